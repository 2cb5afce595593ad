package dev.holdfast.request.duration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long such operations usually take.
 *
 * @param median of those known; of an even number the mean of the two in the middle
 * @param count how many are known
 * @param environmentKind empty for those on the environment itself; else of operations on
 *     environments of this kind
 */
public record UsualDuration(Duration median, int count, Optional<String> environmentKind) {

  /** Half of all take longer than the median, so a quarter more is nothing unusual yet. */
  private static final int MARGIN_DIVISOR = 4;

  private static final Duration LEAST_MARGIN = Duration.ofMinutes(10);

  /** Empty where nothing is known. */
  static Optional<UsualDuration> of(List<Duration> known, Optional<String> environmentKind) {
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new UsualDuration(median(known), known.size(), environmentKind));
  }

  private static Duration median(List<Duration> known) {
    List<Duration> sorted = known.stream().sorted().toList();
    Duration upper = sorted.get(sorted.size() / 2);
    return sorted.size() % 2 == 1
        ? upper
        : sorted.get(sorted.size() / 2 - 1).plus(upper).dividedBy(2);
  }

  public Instant expectedEnd(Instant start) {
    return start.plus(median);
  }

  /** From when on it takes longer than usual. */
  public Instant overdueFrom(Instant start) {
    Duration quarter = median.dividedBy(MARGIN_DIVISOR);
    return expectedEnd(start).plus(quarter.compareTo(LEAST_MARGIN) > 0 ? quarter : LEAST_MARGIN);
  }

  public boolean isOverdue(Instant start, Instant now) {
    return !now.isBefore(overdueFrom(start));
  }
}
