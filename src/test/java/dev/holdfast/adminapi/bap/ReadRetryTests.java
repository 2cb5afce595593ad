package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads are tried again within a budget, orders never (facts 1.8). */
class ReadRetryTests extends WireTest {

  private static final Duration BUDGET = Duration.ofSeconds(20);

  @ParameterizedTest(name = "facts 1.8 | transient, GET only: {0}")
  @ValueSource(ints = {408, 425, 429, 499, 500, 502, 503, 504})
  void afterAStumbleAndEachTimeLater(int status) {
    server
        .answers(status)
        .answers(status)
        .answers(status)
        .answers(200, "backups-list.synthetic.json");
    assertThat(api.backups(ID)).hasSize(2);
    assertThat(waits).hasSize(3);
    assertThat(waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
    assertThat(waits.get(1)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1500));
    assertThat(waits.get(2)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(3000));
  }

  @Test
  @DisplayName("facts 1.8 | transient, GET only: within a budget")
  void untilTheBudgetIsSpent() {
    for (int i = 0; i < 10; i++) {
      server.answers(500);
    }
    AdminApiException e = failure(() -> api.backups(ID));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.getMessage()).doesNotContain("took the order");
    assertThat(server.asked()).hasSizeBetween(5, 6);
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(BUDGET);
  }

  /** The drive of a request comes again anyway, and must not keep the threads of the chat. */
  @Test
  @DisplayName("facts 1.8 | transient, GET only: a look at an operation is repeated a little")
  void aLookIsRepeatedALittle() {
    server.answers(500).answers(500).answers(500).answers(200, "operation-succeeded.json");
    OperationLocator ref = new OperationLocator(ID, server.base().resolve("/operations/1"));
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.asked()).hasSize(3);
    assertThat(api.poll(ref)).isInstanceOf(PollResult.Seen.class);
  }

  @Test
  @DisplayName("facts 1.8 | transient, GET only: a broken connection")
  void afterABrokenConnection() {
    server.hangsUpWithin(200, Map.of()).answers(200, "backups-list.synthetic.json");
    assertThat(api.backups(ID)).hasSize(2);
  }

  @ParameterizedTest(name = "facts 1.8 | Retry-After of {0} is honoured")
  @ValueSource(ints = {429, 503})
  void notSoonerThanTheServiceSays(int status) {
    server
        .answers(status, Map.of("Retry-After", "Fri, 20 Nov 2026 10:00:03 GMT"))
        .answers(200, "backups-list.synthetic.json");
    api.backups(ID);
    assertThat(waits).containsExactly(Duration.ofSeconds(3));
  }

  /** A wait of nothing would be an attack on a service in trouble. */
  @Test
  @DisplayName("facts 1.8 | Retry-After 0 is no leave to knock")
  void notAtOnceEvenWhenTheServiceSaysSo() {
    server.answers(503, Map.of("Retry-After", "0")).answers(200, "backups-list.synthetic.json");
    api.backups(ID);
    assertThat(waits.get(0)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  @DisplayName("facts 1.8 | Retry-After beyond the budget is left to the caller")
  void notWhenTheServiceAsksForMoreThanTheBudget() {
    server.answers(503, Map.of("Retry-After", "120"));
    assertThat(failure(() -> api.backups(ID)).answer().retryAfter())
        .contains(Duration.ofMinutes(2));
    assertThat(waits).isEmpty();
  }

  @Test
  @DisplayName("facts 1.8 | transient, GET only: not after a time-out")
  void notWhenItWasTooSlowAlready() {
    server.staysSilent();
    AdminApi impatient = client(Duration.ofMillis(300));
    assertThat(failure(() -> impatient.backups(ID)).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest(name = "facts 1.8 | transient, GET only: not {0}")
  @ValueSource(ints = {400, 401, 403, 404, 409})
  void notWhenTheServiceSaysNo(int status) {
    server.answers(status);
    assertThat(failure(() -> api.backups(ID))).isNotNull();
    assertThat(server.asked()).hasSize(1);
  }
}
