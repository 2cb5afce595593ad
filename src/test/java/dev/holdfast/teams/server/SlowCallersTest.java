package dev.holdfast.teams.server;

import static dev.holdfast.testing.FakeBotFramework.claims;
import static dev.holdfast.testing.FakeBotFramework.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.SlowCaller;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Three hundred connections that are held open; the web server has two hundred threads. */
@Tag(Lane.LOAD)
class SlowCallersTest {

  private static final int CALLERS = 300;
  private static final String APP = "5f8e2b1c-0000-4000-8000-0000000000b0";
  private static final String TENANT = "5f8e2b1c-0000-4000-8000-000000000001";
  private static final String SERVICE = "https://smba.trafficmanager.net/emea/";
  private static final RSAKey KEY = FakeBotFramework.key("published");
  private static final RSAKey STRANGER = FakeBotFramework.key("published-by-nobody");
  private static final FakeBotFramework FRAMEWORK =
      new FakeBotFramework().publishes(KEY, "msteams");
  private static final FakeTeams TEAMS = FakeTeams.start();
  private static TeamsSlice slice;

  private final List<SlowCaller> held = new ArrayList<>();

  @BeforeAll
  static void start() {
    slice =
        TeamsSlice.closed(
            TEAMS,
            Map.of(
                "app-id",
                APP,
                "tenant-id",
                TENANT,
                "credential.client-secret",
                "never used: a click is answered with the response",
                "openid-metadata-url",
                FRAMEWORK.metadata().toString()));
  }

  @AfterAll
  static void stop() {
    slice.close();
    TEAMS.close();
    FRAMEWORK.close();
  }

  @BeforeEach
  void reset() {
    slice.chat().reset();
  }

  @AfterEach
  void letGo() {
    held.forEach(SlowCaller::close);
  }

  static Stream<Arguments> slow() {
    return Stream.of(
        slow("no token", SlowCaller::announcesActivity),
        slow("no token, part of the body", caller -> caller.announcesActivity().sends("{\"type\"")),
        slow("not a token", caller -> caller.announcesActivity("Authorization: Bearer x")),
        slow("a stranger's token", caller -> caller.announcesActivity(bearer(STRANGER))),
        slow("a good token", caller -> caller.announcesActivity(bearer(KEY)).sends("{")),
        slow(
            "a good token, in chunks",
            caller ->
                caller.sends(
                    "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + bearer(KEY)
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{")),
        slow(
            "no token, in chunks",
            caller ->
                caller.sends(
                    "POST /api/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                        + "\r\n5\r\n")),
        slow("half a head", caller -> caller.sends("POST /api/messages HTTP/1.1\r\nHost: x\r\nA")),
        slow("nothing", UnaryOperator.identity()),
        slow(
            "a probe with a body",
            caller ->
                caller.sends(
                    "GET /actuator/health/liveness HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Length: 9\r\n\r\n")),
        slow(
            "an address that isn't open",
            caller -> caller.sends("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n")),
        slow(
            "many questions at once, and no answer read",
            caller ->
                caller.sends(
                    "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100))));
  }

  private static Arguments slow(String name, UnaryOperator<SlowCaller> says) {
    return Arguments.of(name, says);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slow")
  void theyKeepNobodyElseFromBeingServed(String name, UnaryOperator<SlowCaller> says)
      throws Exception {
    for (int i = 0; i < CALLERS; i++) {
      held.add(says.apply(new SlowCaller(slice.endpoint())));
    }

    assertThat(turn()).isEqualTo(200);
    assertThat(slice.chat().clicked()).hasSize(1);
    assertThat(probe("liveness")).isEqualTo(200);
    assertThat(probe("readiness")).isIn(200, 503); // what the slice lacks isn't looked at here
  }

  @Test
  void whoIsRefusedIsToldSoAndTheConnectionEnds() {
    try (SlowCaller caller = new SlowCaller(slice.endpoint())) {
      assertThat(caller.announcesActivity().answerUntilTheEnd())
          .startsWith("HTTP/1.1 401")
          .contains("Connection: close");
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() {
    try (SlowCaller caller = new SlowCaller(slice.endpoint())) {
      String answer =
          caller
              .sends(
                  "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      + bearer(KEY)
                      + "\r\nContent-Length: 1000000000\r\n\r\n")
              .answerUntilTheEnd();

      assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close");
    }
  }

  @Test
  void aBodyInPartsIsTaken() throws IOException {
    byte[] activity = activity();
    String first = new String(activity, 0, 20, StandardCharsets.UTF_8);
    String rest = new String(activity, 20, activity.length - 20, StandardCharsets.UTF_8);
    try (SlowCaller caller = new SlowCaller(slice.endpoint())) {
      String answer =
          caller
              .sends(
                  "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      + bearer(KEY)
                      + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
              .sends("14\r\n" + first + "\r\n")
              .sends(Integer.toHexString(activity.length - 20) + "\r\n" + rest + "\r\n0\r\n\r\n")
              .answerUntilTheEnd();

      assertThat(answer).startsWith("HTTP/1.1 200");
      assertThat(slice.chat().clicked()).hasSize(1);
    }
  }

  @Test
  void aFloodOfConnectionsLeavesAPlaceForTeams() throws Exception {
    for (int i = 0; i < UnprovenConnections.MOST + CALLERS; i++) {
      held.add(new SlowCaller(slice.endpoint()).sends("POST /api/messages"));
    }

    assertThat(turn()).isEqualTo(200);
    assertThat(held.get(0).answerUntilTheEnd()).isEmpty();
    assertThat(slice.bean(UnprovenConnections.class).count())
        .isLessThanOrEqualTo(UnprovenConnections.MOST);
  }

  private static int turn() {
    return TEAMS
        .send(activity(), Optional.of(bearer(KEY).replace("Authorization: ", "")))
        .statusCode();
  }

  private static int probe(String name) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(slice.endpoint().resolve("/actuator/health/" + name)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String bearer(RSAKey key) {
    return "Authorization: Bearer "
        + token(key, claims("https://api.botframework.com", APP, SERVICE).build());
  }

  /** A click, which is answered with the response and needs no call to the connector. */
  private static byte[] activity() {
    return """
    {"type": "invoke", "name": "adaptiveCard/action", "id": "f:1", "channelId": "msteams",
     "serviceUrl": "%s", "from": {"id": "29:alex", "aadObjectId": "alex"},
     "recipient": {"id": "28:%s"},
     "conversation": {"id": "a:alex", "conversationType": "personal", "tenantId": "%s"},
     "channelData": {"tenant": {"id": "%s"}},
     "value": {"action": {"type": "Action.Execute", "verb": "request.refresh", "data": {}}}}
    """
        .formatted(SERVICE, APP, TENANT, TENANT)
        .getBytes(StandardCharsets.UTF_8);
  }
}
