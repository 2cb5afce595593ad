package dev.holdfast.execution.poll;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * When to ask for the status of an operation next: seldom while it is far from the end that its
 * kind usually has, and often around that end. What is saved before pays for what is spent then, so
 * that at no time more polls were made than at a fixed interval.
 *
 * @param interval the fixed interval; used where nothing is known of the usual duration
 * @param usual how long operations of its kind took lately
 */
public record PollSchedule(Duration interval, List<Duration> usual) {

  /** At the beginning, where an operation that can't work fails. */
  private static final int EARLY = 8;

  /** How much rarer and how much more often than at the fixed interval. */
  private static final int RARER = 4;

  private static final int OFTENER = 3;

  /**
   * @param elapsed since the operation was started
   * @return how long to wait before the next poll
   */
  public Duration next(Duration elapsed) {
    if (usual.isEmpty()) {
      return interval;
    }
    Duration begins = percent(usual.stream().min(Comparator.naturalOrder()).orElseThrow(), 95);
    if (begins.minus(early(begins)).compareTo(interval.multipliedBy(RARER + 1L)) < 0) {
      return interval; // too short to save a poll before the usual end
    }
    if (elapsed.compareTo(begins) >= 0) {
      return elapsed.compareTo(ends(begins)) < 0 ? interval.dividedBy(OFTENER) : interval;
    }
    Duration pause = elapsed.compareTo(early(begins)) < 0 ? interval : interval.multipliedBy(RARER);
    return max(min(pause, begins.minus(elapsed)), interval.dividedBy(OFTENER));
  }

  /**
   * Until when to poll often: as long as the usual end may be, and as long as the savings last. Two
   * and a half intervals are kept back, for the pauses that don't fit evenly into each phase.
   */
  private Duration ends(Duration begins) {
    Duration early = early(begins);
    Duration saved =
        begins
            .minus(early)
            .multipliedBy(RARER - 1L)
            .dividedBy(RARER)
            .minus(interval.multipliedBy(5).dividedBy(2));
    Duration affordable = max(saved, Duration.ZERO).dividedBy(OFTENER - 1L);
    Duration expected =
        percent(usual.stream().max(Comparator.naturalOrder()).orElseThrow(), 105).minus(begins);
    return begins.plus(min(affordable, expected));
  }

  private Duration early(Duration begins) {
    return min(interval.multipliedBy(EARLY), begins.dividedBy(4));
  }

  private static Duration percent(Duration duration, int percent) {
    return duration.multipliedBy(percent).dividedBy(100);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
