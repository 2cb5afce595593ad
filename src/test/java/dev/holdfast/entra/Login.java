package dev.holdfast.entra;

import dev.holdfast.testing.ScriptedServer;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A login server over real HTTP, and those who ask it. */
final class Login implements AutoCloseable {

  static final String TENANT = "00000000-0000-0000-0000-000000000001";
  static final String CLIENT = "00000000-0000-0000-0000-0000000000c1";
  static final String SECRET = "s3cret~value.with%signs";
  static final String AUDIENCE = "https://service.powerapps.com/";
  static final String TOKEN_PATH = "/" + TENANT + "/oauth2/v2.0/token";

  final ScriptedServer server = new ScriptedServer();

  /** The token of its name, for an hour and a half. */
  Login gives(String token) {
    return gives(token, Duration.ofMinutes(90));
  }

  Login gives(String token, Duration life) {
    return answers(
        200,
        ("{\"token_type\":\"Bearer\",\"expires_in\":%d,\"ext_expires_in\":%d,\"access_token\":\"%s\"}")
            .formatted(life.toSeconds(), life.toSeconds(), token));
  }

  /** As the endpoint of managed identities has it: the end as an instant. */
  Login givesToTheMachine(String token) {
    return answers(
        200,
        "{\"access_token\":\"%s\",\"expires_on\":\"%d\",\"resource\":\"x\",\"token_type\":\"Bearer\"}"
            .formatted(token, Instant.now().plus(Duration.ofHours(24)).getEpochSecond()));
  }

  /** As Entra ID words it: the code, a sentence, and the ids in lines of their own. */
  Login refuses(int code, String sentence) {
    return answers(
        401,
        ("{\"error\":\"invalid_client\",\"error_description\":\"AADSTS%d: %s Trace ID: 7a"
                + " Correlation ID: c0ffee Timestamp: 2026-11-23"
                + " 02:00:00Z\",\"error_codes\":[%d],\"timestamp\":\"2026-11-23"
                + " 02:00:00Z\",\"trace_id\":\"7a\",\"correlation_id\":\"c0ffee\"}")
            .formatted(code, sentence, code));
  }

  Login answers(int status, String json) {
    server.answers(
        status,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        json.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** What the server was sent, as a form. */
  Map<String, String> form(int call) {
    return form(server.asked().get(call).text());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return form;
  }

  /** The scope that a form asks for, without those that MSAL adds by itself in any order. */
  static String scope(String body) {
    return Arrays.stream(form(body).get("scope").split(" "))
        .filter(scope -> !Set.of("openid", "profile", "offline_access").contains(scope))
        .collect(Collectors.joining(" "));
  }

  int calls() {
    return server.asked().size();
  }

  ApplicationIdentity with(Credential credential) {
    return identity(server.base(), credential);
  }

  static ApplicationIdentity identity(URI loginUrl, Credential credential) {
    return new ApplicationIdentity(
        "holdfast.admin-api", "client-id", TENANT, CLIENT, credential, loginUrl);
  }

  EntraTokenProvider tokens(Credential credential, Clock clock, Executor background) {
    return new EntraTokenProvider(
        with(credential), http(Optional.of(server.base())), clock, background);
  }

  /** Renews on the thread that asks. */
  EntraTokenProvider tokens(Credential credential) {
    return tokens(credential, Clock.systemUTC(), Runnable::run);
  }

  /**
   * Somebody on a machine of Azure. The server stands in as a proxy, so that it sees the very
   * address that is called.
   */
  static EntraTokenProvider ofTheMachine(ScriptedServer server, String which) {
    return new EntraTokenProvider(
        new ApplicationIdentity(
            "holdfast.admin-api", "client-id", null, null, managedIdentity(which), server.base()),
        machine(server),
        Clock.systemUTC(),
        Runnable::run);
  }

  /** An application for which the identity of that machine vouches. */
  static EntraTokenProvider vouched(ScriptedServer server, String which) {
    Clock clock = Clock.systemUTC();
    ApplicationIdentity identity = identity(server.base(), managedIdentity(which));
    TokenRequest voucher = new TokenRequest(identity.machine(), machine(server), clock);
    return new EntraTokenProvider(
        new TokenRequest(identity, http(Optional.of(server.base())), clock, Optional.of(voucher)),
        clock,
        Runnable::run);
  }

  private static MsalHttpClient machine(ScriptedServer server) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", server.base().getPort())))
            .build();
    return new MsalHttpClient(client, Duration.ofSeconds(10), Optional.empty());
  }

  static MsalHttpClient http(Optional<URI> origin) {
    return new MsalHttpClient(connections(), Duration.ofSeconds(10), origin);
  }

  private static HttpClient connections() {
    return MsalHttpClient.connections(Duration.ofSeconds(5), false);
  }

  static Credential secret() {
    return secret(SECRET);
  }

  static Credential secret(String value) {
    return new Credential(value, null, null, null, null, null, null, null);
  }

  static Credential secretFile(Path file) {
    return new Credential(null, file, null, null, null, null, null, null);
  }

  static Credential certificate(Path certificate, Path key, String password) {
    return new Credential(null, null, certificate, key, password, null, null, null);
  }

  static Credential managedIdentity(String which) {
    return new Credential(null, null, null, null, null, null, which, null);
  }

  static Credential federated(Path file) {
    return new Credential(null, null, null, null, null, null, null, file);
  }

  List<ScriptedServer.Asked> asked() {
    return server.asked();
  }

  @Override
  public void close() {
    server.close();
  }
}
