package dev.holdfast.teams.inbound;

import static dev.holdfast.teams.inbound.MessageRate.Verdict.ANSWER;
import static dev.holdfast.teams.inbound.MessageRate.Verdict.KEEP_QUIET;
import static dev.holdfast.teams.inbound.MessageRate.Verdict.SAY_SO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageRateTest {

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final MessageRate rate = new MessageRate(2, clock);

  @Test
  void oneTooManyIsSaidOnceAndThenItIsQuietUntilTheMinuteIsOver() {
    assertThat(rate.next("alex")).isEqualTo(ANSWER);
    assertThat(rate.next("alex")).isEqualTo(ANSWER);
    assertThat(rate.next("alex")).isEqualTo(SAY_SO);
    assertThat(rate.next("alex")).isEqualTo(KEEP_QUIET);
    assertThat(rate.next("alex")).isEqualTo(KEEP_QUIET);
    assertThat(rate.next("megan")).isEqualTo(ANSWER);
    clock.advance(Duration.ofMinutes(1));
    assertThat(rate.next("alex")).isEqualTo(ANSWER);
  }
}
