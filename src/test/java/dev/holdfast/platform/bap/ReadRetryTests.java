package dev.holdfast.platform.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.AdminApiException.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads are tried again, a little (facts 1.8). */
class ReadRetryTests extends WireTest {

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 499, 500, 502, 503, 504})
  void afterAStumble(int status) {
    server.answers(status).answers(status).answers(200, "backups-list.synthetic.json");
    assertThat(api.backups(ID)).hasSize(2);
    assertThat(waits).hasSize(2);
    assertThat(waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
    assertThat(waits.get(1)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1250));
  }

  @Test
  void threeTimesAtMost() {
    server.answers(500).answers(500).answers(500).answers(200, "backups-list.synthetic.json");
    AdminApiException e = failure(() -> api.backups(ID));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.getMessage()).doesNotContain("took the order");
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void afterABrokenConnection() {
    server.hangsUpWithin(200, Map.of()).answers(200, "backups-list.synthetic.json");
    assertThat(api.backups(ID)).hasSize(2);
  }

  @Test
  void afterAsLongAsTheServiceSays() {
    server.answers(503, Map.of("Retry-After", "3")).answers(200, "backups-list.synthetic.json");
    api.backups(ID);
    assertThat(waits).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void notWhenTheServiceAsksForMoreThanAPersonWaits() {
    server.answers(503, Map.of("Retry-After", "120"));
    assertThat(failure(() -> api.backups(ID)).answer().retryAfter())
        .contains(Duration.ofMinutes(2));
    assertThat(waits).isEmpty();
  }

  @Test
  void notWhenItWasTooSlowAlready() {
    server.staysSilent();
    AdminApi impatient = client(Duration.ofMillis(300));
    assertThat(failure(() -> impatient.backups(ID)).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 429})
  void notWhenTheServiceSaysNo(int status) {
    server.answers(status);
    assertThat(failure(() -> api.backups(ID))).isNotNull();
    assertThat(server.asked()).hasSize(1);
  }
}
