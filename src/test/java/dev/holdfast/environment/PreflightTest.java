package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.RestoreOrder;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private static final Instant POINT = NOW.minus(Duration.ofDays(1));

  private final SampleApi api = new SampleApi();
  private final Preflight preflight =
      new Preflight(api, new Rules(), new ServiceOpinion(api), new SettableClock(NOW));

  @Test
  void aRestoreIsCheckedOnBothEnvironmentsReadAfresh() {
    api.has(Sample.of(Kind.USE, "A"), Sample.of(Kind.UDE, "B"));

    RestorePreflight found = preflight.restore(restore("id-A", "id-B"));

    assertThat(api.asked)
        .containsExactly(
            "environment id-A", "deployment id-A", "environment id-B", "deployment id-B");
    assertThat(found.source().kind()).isEqualTo(Kind.USE);
    assertThat(found.target().kind()).isEqualTo(Kind.UDE);
    assertThat(found.order().point()).isEqualTo(POINT);
    assertThat(found.readAt()).isEqualTo(NOW);
    assertThat(found.worst()).isEqualTo(Severity.AMBER);
  }

  @Test
  void aTargetWithoutANewNameKeepsTheNameThatItHasNow() {
    api.has(Sample.sandbox("A"), Sample.sandbox("B"));

    assertThat(preflight.restore(restore("id-A", "id-B")).order().targetName()).isEqualTo("B");
    assertThat(preflight.restore(restore("id-A", "id-B").named("New")).order().targetName())
        .isEqualTo("New");
  }

  @Test
  void aSelfRestoreReadsOnce() {
    api.has(Sample.sandbox("A"));

    assertThat(preflight.restore(restore("id-A", "id-A")).worst()).isEqualTo(Severity.AMBER);
    assertThat(api.asked).filteredOn(call -> call.startsWith("environment")).hasSize(1);
  }

  @Test
  void theWorstFindingIsTheFindingOfTheWhole() {
    api.has(Sample.sandbox("A"), Sample.production("B"));

    assertThat(preflight.restore(restore("id-A", "id-B")).worst()).isEqualTo(Severity.RED);
    assertThat(preflight.backup("id-A").worst()).isEqualTo(Severity.GREEN);
  }

  @Test
  void withoutAnAnswerThereIsNoFinding() {
    api.has(Sample.sandbox("A"));

    assertThatThrownBy(() -> preflight.restore(restore("id-A", "id-gone")))
        .isInstanceOf(AdminApiException.class);
    api.down(true);
    assertThatThrownBy(() -> preflight.backup("id-A")).isInstanceOf(AdminApiException.class);
  }

  private static RestoreOrder restore(String sourceId, String targetId) {
    return new RestoreOrder(sourceId, targetId, "", POINT, true, Optional.empty());
  }
}
