package dev.holdfast.execution.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How old checks are, by the clock that says more. */
class CheckTimeTest {

  private static final CheckTime THEN = new CheckTime(Samples.NOW, 100);

  @Test
  void aClockThatWasSetBackDoesNotMakeThemFresh() {
    CheckTime now =
        new CheckTime(Samples.NOW.minusSeconds(3600), 100 + Duration.ofMinutes(5).toNanos());
    assertThat(THEN.age(now)).isEqualTo(Duration.ofMinutes(5));
  }

  /** While a machine is suspended its monotonic clock stands still. */
  @Test
  void norDoesASuspendedMachine() {
    assertThat(THEN.age(new CheckTime(Samples.NOW.plusSeconds(3600), 101)))
        .isEqualTo(Duration.ofHours(1));
  }
}
