package dev.holdfast.teams.settings;

import static dev.holdfast.testing.FakeBotFramework.claims;
import static dev.holdfast.testing.FakeBotFramework.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.FakeTeams;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forged, stale and misdirected tokens over HTTP, and every legitimate form, in every cloud. No
 * refused call reaches the chat, and none learns why it was refused.
 */
class TokenCheckTest {

  private static final String APP = "5f8e2b1c-0000-4000-8000-0000000000b0";
  private static final String TENANT = "5f8e2b1c-0000-4000-8000-000000000001";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RSAKey KEY = FakeBotFramework.key("published");
  private static final RSAKey WEBCHAT = FakeBotFramework.key("for-web-chat");
  private static final RSAKey STRANGER = FakeBotFramework.key("published-by-nobody");
  private static final RSAKey NAMESAKE = FakeBotFramework.key("published");

  private static final FakeBotFramework FRAMEWORK =
      new FakeBotFramework().publishes(KEY, "msteams", "skype").publishes(WEBCHAT, "webchat");
  private static final FakeTeams TEAMS = FakeTeams.start();
  private static final Map<TeamsCloud, TeamsSlice> SLICES = new EnumMap<>(TeamsCloud.class);

  @BeforeAll
  static void start() {
    for (TeamsCloud cloud : TeamsCloud.values()) {
      SLICES.put(cloud, TeamsSlice.closed(TEAMS, settings(cloud)));
    }
  }

  private static Map<String, String> settings(TeamsCloud cloud) {
    return Map.of(
        "cloud",
        cloud.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "app-id",
        APP,
        "tenant-id",
        TENANT,
        "credential.client-secret",
        "never used: a click is answered with the response",
        "openid-metadata-url",
        FRAMEWORK.metadata().toString(),
        "service-hosts",
        host(cloud));
  }

  /** Where the table of the clouds names none, the one that an operator has set. */
  private static String host(TeamsCloud cloud) {
    return cloud.serviceHosts().stream().findFirst().orElse("teams.example.cn");
  }

  @AfterAll
  static void stop() {
    SLICES.values().forEach(TeamsSlice::close);
    TEAMS.close();
    FRAMEWORK.close();
  }

  @BeforeEach
  void reset() {
    SLICES.values().forEach(slice -> slice.chat().reset());
  }

  @ParameterizedTest
  @EnumSource
  void aTokenOfTheCloudIsTaken(TeamsCloud cloud) {
    assertThat(status(cloud, "Bearer " + token(KEY, good(cloud).build()), activity(cloud)))
        .isEqualTo(200);
    assertThat(SLICES.get(cloud).chat().clicked()).hasSize(1);
  }

  static Stream<Arguments> otherClouds() {
    return Stream.of(TeamsCloud.values())
        .flatMap(
            cloud ->
                Stream.of(TeamsCloud.values())
                    .filter(other -> !other.issuer().equals(cloud.issuer()))
                    .map(other -> arguments(cloud, other)));
  }

  @ParameterizedTest
  @MethodSource("otherClouds")
  void aTokenOfAnotherCloudIsNot(TeamsCloud cloud, TeamsCloud other) {
    JWTClaimsSet claims = good(cloud).issuer(other.issuer()).build();
    assertThat(status(cloud, "Bearer " + token(KEY, claims), activity(cloud))).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  void aServiceHostOfAnotherCloudIsNot(TeamsCloud cloud) {
    TeamsCloud other = cloud == TeamsCloud.DOD ? TeamsCloud.PUBLIC : TeamsCloud.DOD;
    ObjectNode activity = activity(cloud).put("serviceUrl", serviceUrl(other));
    JWTClaimsSet claims = good(cloud).claim("serviceurl", serviceUrl(other)).build();
    assertThat(status(cloud, "Bearer " + token(KEY, claims), activity)).isEqualTo(403);
  }

  static Stream<Arguments> legitimate() {
    return Stream.of(
        legitimate("the audience as a list", c -> c.audience(List.of("other", APP))),
        legitimate("the audience as a URI", c -> c.audience("api://" + APP)),
        legitimate("the audience as the URI of a bot", c -> c.audience("api://botid-" + APP)),
        legitimate("just expired", c -> c.expirationTime(in(-240))),
        legitimate("valid in a moment", c -> c.notBeforeTime(in(240))),
        legitimate(
            "a service URL without its last slash",
            c -> c.claim("serviceurl", "https://smba.trafficmanager.net/emea")),
        legitimate(
            "a service URL in capitals",
            c -> c.claim("serviceurl", "https://SMBA.trafficmanager.net/emea/")));
  }

  private static Arguments legitimate(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return arguments(name, token(KEY, change.apply(good(TeamsCloud.PUBLIC)).build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void legitimate(String name, String token) {
    assertThat(status(TeamsCloud.PUBLIC, "Bearer " + token, activity(TeamsCloud.PUBLIC)))
        .isEqualTo(200);
  }

  /** In a shared channel an activity can name the tenants of both sides; who may use it is told. */
  @ParameterizedTest
  @ValueSource(strings = {TENANT, "another"})
  void aSharedChannelOfAnAllowedTenantIsListenedTo(String sender) {
    ObjectNode activity = activity(TeamsCloud.PUBLIC);
    tenants(activity, TENANT, "another");
    activity.withObject("from").put("tenantId", sender);

    String token = token(KEY, good(TeamsCloud.PUBLIC).build());

    assertThat(status(TeamsCloud.PUBLIC, "Bearer " + token, activity)).isEqualTo(200);
  }

  static Stream<Arguments> forged() throws JOSEException {
    String good = token(KEY, good(TeamsCloud.PUBLIC).build());
    String[] parts = good.split("\\.");
    return Stream.of(
        arguments("no header at all", null),
        arguments("an empty header", ""),
        arguments("another scheme", "Basic " + good),
        arguments("no token", "Bearer "),
        arguments("garbage", "Bearer garbage"),
        arguments("two parts", "Bearer " + parts[0] + "." + parts[1]),
        arguments("four parts", "Bearer " + good + "." + parts[2]),
        arguments("not base64", "Bearer %%%.%%%.%%%"),
        arguments("a megabyte of nothing", "Bearer " + "a".repeat(7000)),
        arguments("no signature", "Bearer " + parts[0] + "." + parts[1] + "."),
        arguments(
            "another signature",
            "Bearer " + parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse()),
        arguments("other claims under the same signature", swapped(parts)),
        arguments(
            "algorithm none",
            "Bearer " + new PlainJWT(good(TeamsCloud.PUBLIC).build()).serialize()),
        arguments("an HMAC with the public key", "Bearer " + hmac()),
        algorithm(JWSAlgorithm.RS384),
        algorithm(JWSAlgorithm.RS512),
        algorithm(JWSAlgorithm.PS256),
        arguments(
            "a key that nobody publishes",
            "Bearer " + token(STRANGER, good(TeamsCloud.PUBLIC).build())),
        arguments(
            "the id of a published key on another",
            "Bearer " + token(NAMESAKE, good(TeamsCloud.PUBLIC).build())),
        arguments("no key id", "Bearer " + withoutKeyId()),
        claim("no issuer", c -> c.issuer(null)),
        claim("another issuer", c -> c.issuer("https://sts.windows.net/" + TENANT + "/")),
        claim("an issuer that begins alike", c -> c.issuer("https://api.botframework.com.evil")),
        claim("no audience", c -> c.audience((String) null)),
        claim("another audience", c -> c.audience("5f8e2b1c-0000-4000-8000-0000000000b1")),
        claim("an audience that begins alike", c -> c.audience(APP + "1")),
        claim("other audiences", c -> c.audience(List.of("one", "two"))),
        claim("no expiry", c -> c.expirationTime(null)),
        claim("expired", c -> c.expirationTime(in(-360))),
        claim("no beginning", c -> c.notBeforeTime(null)),
        claim("not valid yet", c -> c.notBeforeTime(in(360))));
  }

  private static Arguments algorithm(JWSAlgorithm algorithm) {
    return arguments(
        "algorithm " + algorithm,
        "Bearer " + token(KEY, algorithm, good(TeamsCloud.PUBLIC).build()));
  }

  private static Arguments claim(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return arguments(name, "Bearer " + token(KEY, change.apply(good(TeamsCloud.PUBLIC)).build()));
  }

  private static String swapped(String[] parts) {
    String other = token(KEY, good(TeamsCloud.PUBLIC).subject("somebody else").build());
    return "Bearer " + parts[0] + "." + other.split("\\.")[1] + "." + parts[2];
  }

  private static String hmac() throws JOSEException {
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(),
            good(TeamsCloud.PUBLIC).build());
    forged.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
    return forged.serialize();
  }

  private static String withoutKeyId() {
    return token(new RSAKey.Builder(KEY).keyID(null).build(), good(TeamsCloud.PUBLIC).build());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void forged(String name, String header) {
    assertThat(status(TeamsCloud.PUBLIC, header, activity(TeamsCloud.PUBLIC))).isEqualTo(401);
  }

  static Stream<Arguments> misdirected() {
    UnaryOperator<JWTClaimsSet.Builder> asIs = UnaryOperator.identity();
    return Stream.of(
        misdirected("a key for another channel", WEBCHAT, asIs, a -> {}),
        misdirected("another channel", KEY, asIs, a -> a.put("channelId", "webchat")),
        misdirected(
            "another channel with its key", WEBCHAT, asIs, a -> a.put("channelId", "webchat")),
        misdirected("the emulator", KEY, asIs, a -> a.put("channelId", "emulator")),
        misdirected("no channel", KEY, asIs, a -> a.remove("channelId")),
        misdirected("no service URL in the token", KEY, c -> c.claim("serviceurl", null), a -> {}),
        misdirected(
            "another service URL in the token",
            KEY,
            c -> c.claim("serviceurl", "https://smba.trafficmanager.net/amer/"),
            a -> {}),
        misdirected(
            "a service URL elsewhere in both",
            KEY,
            c -> c.claim("serviceurl", "https://evil.example/"),
            a -> a.put("serviceUrl", "https://evil.example/")),
        misdirected(
            "a service URL in the clear in both",
            KEY,
            c -> c.claim("serviceurl", "http://smba.trafficmanager.net/emea/"),
            a -> a.put("serviceUrl", "http://smba.trafficmanager.net/emea/")),
        misdirected(
            "another tenant", KEY, asIs, a -> tenants(a, "another-tenant", "another-tenant")),
        misdirected(
            "another tenant, also of the sender",
            KEY,
            asIs,
            a -> {
              tenants(a, "another-tenant", "another-tenant");
              a.withObject("from").put("tenantId", "another-tenant");
            }),
        misdirected(
            "another tenant, whatever the sender's is",
            KEY,
            asIs,
            a -> {
              tenants(a, "another-tenant", "another-tenant");
              a.withObject("from").put("tenantId", TENANT);
            }),
        misdirected("another tenant in one place", KEY, asIs, a -> tenants(a, TENANT, "another")),
        misdirected("another tenant in the other", KEY, asIs, a -> tenants(a, "another", TENANT)),
        misdirected(
            "no tenant",
            KEY,
            asIs,
            a -> {
              a.remove("channelData");
              ((ObjectNode) a.get("conversation")).remove("tenantId");
            }));
  }

  private static Arguments misdirected(
      String name,
      RSAKey key,
      UnaryOperator<JWTClaimsSet.Builder> claims,
      java.util.function.Consumer<ObjectNode> change) {
    ObjectNode activity = activity(TeamsCloud.PUBLIC);
    change.accept(activity);
    return arguments(name, token(key, claims.apply(good(TeamsCloud.PUBLIC)).build()), activity);
  }

  private static void tenants(ObjectNode activity, String conversation, String channel) {
    ((ObjectNode) activity.get("conversation")).put("tenantId", conversation);
    activity.putObject("channelData").putObject("tenant").put("id", channel);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void misdirected(String name, String token, ObjectNode activity) {
    assertThat(status(TeamsCloud.PUBLIC, "Bearer " + token, activity)).isEqualTo(403);
  }

  /** Sends it and holds what every refusal has in common. */
  private static int status(TeamsCloud cloud, String header, ObjectNode activity) {
    TeamsSlice slice = SLICES.get(cloud);
    double refused = refusals(slice);
    var answer =
        TEAMS
            .talksTo(slice.endpoint())
            .send(
                activity.toString().getBytes(StandardCharsets.UTF_8), Optional.ofNullable(header));
    if (answer.statusCode() != 200) {
      assertThat(answer.body()).isEmpty();
      assertThat(slice.chat().clicked()).isEmpty();
      assertThat(refusals(slice)).isEqualTo(refused + 1);
    }
    return answer.statusCode();
  }

  private static double refusals(TeamsSlice slice) {
    return slice.bean(MeterRegistry.class).find("holdfast.teams.refused").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static JWTClaimsSet.Builder good(TeamsCloud cloud) {
    return claims(cloud.issuer(), APP, serviceUrl(cloud));
  }

  private static String serviceUrl(TeamsCloud cloud) {
    return "https://" + host(cloud) + "/emea/";
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  /** A click, which is answered with the response and needs no call to the connector. */
  private static ObjectNode activity(TeamsCloud cloud) {
    ObjectNode activity =
        JSON.createObjectNode()
            .put("type", "invoke")
            .put("name", "adaptiveCard/action")
            .put("id", "f:" + cloud)
            .put("channelId", "msteams")
            .put("serviceUrl", serviceUrl(cloud));
    activity.putObject("from").put("id", "29:alex").put("aadObjectId", "alex");
    activity.putObject("recipient").put("id", "28:" + APP);
    activity
        .putObject("conversation")
        .put("id", "a:alex")
        .put("conversationType", "personal")
        .put("tenantId", TENANT);
    activity.putObject("channelData").putObject("tenant").put("id", TENANT);
    activity
        .putObject("value")
        .putObject("action")
        .put("type", "Action.Execute")
        .put("verb", "request.refresh")
        .putObject("data");
    return activity;
  }
}
