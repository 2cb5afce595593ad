package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.testing.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to an order, it leaves once, and its fate is told truly. */
class OrderOnceTests extends WireTest {

  private static final RestoreOrder RESTORE =
      new RestoreOrder(ID, ID, "Contoso Dev", NOW, true, Optional.empty());

  private AdminApiException refusedOnce(Kind kind) {
    AdminApiException e = failure(() -> api.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(server.asked()).extracting(ScriptedServer.Asked::method).containsOnlyOnce("POST");
    assertThat(waits).isEmpty();
    return e;
  }

  @Test
  @DisplayName("facts 1.5 | never replay: a broken connection")
  void whenTheConnectionBreaks() {
    server.hangsUp();
    AdminApiException e = refusedOnce(Kind.UNAVAILABLE);
    assertThat(e.refused()).isFalse();
    assertThat(e).hasMessageContaining("not known whether the service took the order");
  }

  @Test
  @DisplayName("facts 1.5 | never replay: a broken connection while the mode is set")
  void whenTheConnectionBreaksWhileTheModeIsSet() {
    server.hangsUp();
    AdminApiException e = failure(() -> api.setAdministrationMode(ID, AdministrationMode.ON));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.refused()).isFalse();
    assertThat(server.asked()).extracting(ScriptedServer.Asked::method).containsExactly("PATCH");
  }

  /**
   * On a connection that is kept from an earlier call, where clients are most tempted to repeat.
   */
  @Test
  @DisplayName("facts 1.5 | never replay: a kept connection that breaks")
  void whenAKeptConnectionBreaks() {
    server.answers(200, "backups-list.synthetic.json").hangsUp();
    api.backups(ID);
    refusedOnce(Kind.UNAVAILABLE);
  }

  @Test
  @DisplayName("facts 1.5 | never replay: no answer in time")
  void whenTheAnswerDoesNotComeInTime() {
    server.staysSilent();
    AdminApi impatient = client(Duration.ofMillis(300));
    AdminApiException e = failure(() -> impatient.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e).hasMessageContaining("did not answer in time");
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest(name = "facts 1.5 | never replay: redirect {0}")
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void whenItIsRedirected(int status) {
    server.answers(status, Map.of("Location", server.base() + "/elsewhere"));
    assertThat(refusedOnce(Kind.GARBLED).refused()).isFalse();
  }

  @ParameterizedTest(name = "facts 1.5 | never replay: {0}, whose fate is open")
  @ValueSource(ints = {408, 425, 499, 500, 502, 503, 504})
  void whenTheServiceStumbles(int status) {
    server.answers(status, Map.of("Retry-After", "0"));
    assertThat(refusedOnce(Kind.UNAVAILABLE).refused()).isFalse();
  }

  @Test
  @DisplayName("facts 1.5 | never replay: 401")
  void whenTheTokenIsNotTaken() {
    server.answers(401, Map.of("WWW-Authenticate", "Bearer"));
    assertThat(refusedOnce(Kind.UNAUTHORIZED).refused()).isTrue();
  }

  @Test
  @DisplayName("facts 1.5 | never replay: 429")
  void whenItIsThrottled() {
    server.answers(429, Map.of("Retry-After", "0"));
    assertThat(refusedOnce(Kind.THROTTLED).refused()).isTrue();
  }

  @Test
  @DisplayName("facts 1.5 | never replay: nobody listens")
  void notAtAllWhenNobodyListens() throws IOException {
    URI nobody;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort());
    }
    AdminApi unreachable = BapClients.over(nobody, Clock.systemUTC());
    AdminApiException e = failure(() -> unreachable.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(e.refused()).isTrue();
    assertThat(e).hasMessageContaining("Nothing was sent");
  }

  @Test
  @DisplayName("facts 1.5 | never replay: without a token")
  void notAtAllWithoutAToken() {
    AdminApi speechless =
        BapClients.over(
            server.base(),
            Clock.systemUTC(),
            Duration.ofSeconds(10),
            waits,
            audience -> {
              throw new IllegalStateException("no credential");
            });
    AdminApiException e = failure(() -> speechless.restore(RESTORE));
    assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(e.refused()).isTrue();
    assertThat(server.asked()).isEmpty();
  }
}
