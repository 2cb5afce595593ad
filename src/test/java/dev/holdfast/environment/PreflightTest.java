package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private static final Instant POINT = NOW.minus(Duration.ofDays(1));

  private final SampleApi api = new SampleApi();
  private final Preflight preflight = new Preflight(api, new Rules(), new SettableClock(NOW));

  @Test
  void aRestoreIsCheckedOnBothEnvironmentsReadAfresh() {
    api.has(Sample.of(Kind.USE, "A"), Sample.of(Kind.UDE, "B"));

    RestorePreflight found = preflight.restore("id-A", "id-B", POINT);

    assertThat(api.asked)
        .containsExactly(
            "environment id-A", "deployment id-A", "environment id-B", "deployment id-B");
    assertThat(found.source().kind()).isEqualTo(Kind.USE);
    assertThat(found.target().kind()).isEqualTo(Kind.UDE);
    assertThat(found.point()).isEqualTo(POINT);
    assertThat(found.readAt()).isEqualTo(NOW);
    assertThat(found.worst()).isEqualTo(Severity.AMBER);
  }

  @Test
  void aSelfRestoreReadsOnce() {
    api.has(Sample.sandbox("A"));

    assertThat(preflight.restore("id-A", "id-A", POINT).worst()).isEqualTo(Severity.AMBER);
    assertThat(api.asked).filteredOn(call -> call.startsWith("environment")).hasSize(1);
  }

  @Test
  void theWorstFindingIsTheFindingOfTheWhole() {
    api.has(Sample.sandbox("A"), Sample.production("B"));

    assertThat(preflight.restore("id-A", "id-B", POINT).worst()).isEqualTo(Severity.RED);
    assertThat(preflight.backup("id-A").worst()).isEqualTo(Severity.GREEN);
  }

  @Test
  void withoutAnAnswerThereIsNoFinding() {
    api.has(Sample.sandbox("A"));

    assertThatThrownBy(() -> preflight.restore("id-A", "id-gone", POINT))
        .isInstanceOf(AdminApiException.class);
    api.down(true);
    assertThatThrownBy(() -> preflight.backup("id-A")).isInstanceOf(AdminApiException.class);
  }
}
