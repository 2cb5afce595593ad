package dev.holdfast.execution.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulates operations of many lengths, polled as planned and as before at a fixed interval. */
class PollScheduleTest {

  private static final Duration INTERVAL = Duration.ofSeconds(15);

  /** How many polls were made until the end was seen, and how long after it. */
  private record Followed(int polls, Duration late) {}

  private static Followed follow(PollSchedule schedule, Duration takes) {
    Duration elapsed = Duration.ZERO;
    int polls = 1;
    while (elapsed.compareTo(takes) < 0) {
      elapsed = elapsed.plus(schedule.next(elapsed));
      polls++;
    }
    return new Followed(polls, elapsed.minus(takes));
  }

  private static PollSchedule fixed() {
    return new PollSchedule(INTERVAL, List.of());
  }

  /** Durations of the same kind of operation that differ by up to a twentieth. */
  private static PollSchedule usual(Duration duration) {
    return new PollSchedule(
        INTERVAL,
        List.of(
            duration,
            duration.multipliedBy(97).dividedBy(100),
            duration.multipliedBy(105).dividedBy(100)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT10M", "PT30M", "PT1H", "PT2H", "PT8H", "PT24H"})
  void anEndAtTheUsualTimeIsSeenSoonerAndWithFewerPolls(String text) {
    Duration duration = Duration.parse(text);
    for (int percent = 95; percent <= 107; percent++) {
      Duration takes = duration.multipliedBy(percent).dividedBy(100).plusMillis(1);
      Followed planned = follow(usual(duration), takes);
      Followed before = follow(fixed(), takes);
      assertThat(planned.polls()).as("%d %%", percent).isLessThan(before.polls());
      assertThat(planned.late()).as("%d %%", percent).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }
  }

  /** Whatever it takes: what was saved before the usual end pays for what is spent around it. */
  @ParameterizedTest
  @ValueSource(strings = {"PT5S", "PT30S", "PT1M", "PT2M", "PT5M", "PT30M", "PT2H", "PT8H"})
  void noEndCostsMorePollsThanBefore(String text) {
    Duration duration = Duration.parse(text);
    for (int percent = 1; percent <= 300; percent++) {
      Duration takes = duration.multipliedBy(percent).dividedBy(100);
      assertThat(follow(usual(duration), takes).polls())
          .as("%d %%", percent)
          .isLessThanOrEqualTo(follow(fixed(), takes).polls());
    }
  }

  /** The same for usual durations that no interval divides, and for each poll at any time. */
  @Test
  void noPollIsMadeSoonerThanAtTheFixedInterval() {
    for (int seconds = 1; seconds <= 3600; seconds += 7) {
      PollSchedule schedule = usual(Duration.ofSeconds(seconds));
      Duration elapsed = Duration.ZERO;
      for (int poll = 1; elapsed.toSeconds() < 3 * seconds; poll++) {
        elapsed = elapsed.plus(schedule.next(elapsed));
        assertThat(elapsed)
            .as("poll %d, usually %d s", poll, seconds)
            .isGreaterThanOrEqualTo(INTERVAL.multipliedBy(poll));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PT30S, PT15S", "PT1H, PT60S", "PT1H59M, PT5S", "PT4H, PT15S"})
  void itIsPolledOftenOnlyNearTheUsualEnd(Duration elapsed, Duration pause) {
    assertThat(usual(Duration.ofHours(2)).next(elapsed)).isEqualTo(pause);
  }

  @Test
  void whereNothingIsKnownItIsPolledAtTheFixedInterval() {
    assertThat(fixed().next(Duration.ofHours(3))).isEqualTo(INTERVAL);
  }

  /** The two-hour restore of the simulator, at an end that nobody plans for a poll. */
  @Test
  void aRestoreOfTwoHoursCostsLessThanHalf() {
    Duration takes = Duration.ofHours(2).plusSeconds(7);
    Followed planned = follow(new PollSchedule(INTERVAL, List.of(Duration.ofHours(2))), takes);
    assertThat(planned.polls()).isLessThan(follow(fixed(), takes).polls() / 2);
    assertThat(planned.late()).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }
}
