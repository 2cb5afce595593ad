package dev.holdfast.request.duration;

import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The median, and from when on an operation takes longer than usual. */
class UsualDurationTest {

  @Test
  void ofAnOddNumberItIsTheOneInTheMiddle() {
    assertThat(of(90, 10, 30)).isEqualTo(usual(30, 3));
    assertThat(of(7)).isEqualTo(usual(7, 1));
  }

  @Test
  void ofAnEvenNumberItIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(of(500, 30, 1, 40)).isEqualTo(usual(35, 4));
    assertThat(of(3, 1)).isEqualTo(usual(2, 2));
  }

  @Test
  void ofNoneThereIsNothing() {
    assertThat(UsualDuration.of(List.of(), Optional.empty())).isEmpty();
  }

  /** A quarter of the usual duration, and at least ten minutes. */
  @ParameterizedTest
  @CsvSource({"120, 150", "40, 50", "39, 49", "2, 12"})
  void itIsOverdueAfterTheMarginAndNotBefore(int usual, int overdue) {
    UsualDuration known = usual(usual, 1);
    assertThat(known.expectedEnd(NOW)).isEqualTo(NOW.plus(minutes(usual)));
    assertThat(known.isOverdue(NOW, NOW.plus(minutes(overdue)).minusNanos(1))).isFalse();
    assertThat(known.isOverdue(NOW, NOW.plus(minutes(overdue)))).isTrue();
  }

  @Test
  void whereTheClockWasSetBackItIsNotOverdue() {
    assertThat(usual(2, 1).isOverdue(NOW, NOW.minus(Duration.ofDays(1)))).isFalse();
  }

  private static UsualDuration of(int... minutes) {
    return UsualDuration.of(
            IntStream.of(minutes).mapToObj(UsualDurationTest::minutes).toList(), Optional.empty())
        .orElseThrow();
  }

  private static UsualDuration usual(int minutes, int count) {
    return new UsualDuration(minutes(minutes), count, Optional.empty());
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
