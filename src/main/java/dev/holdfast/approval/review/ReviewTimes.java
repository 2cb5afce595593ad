package dev.holdfast.approval.review;

import dev.holdfast.request.RequestDetails.Emergency;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a missing review is reminded of: at shares of the time there is for it, at its end, and
 * daily from then on.
 *
 * @param due when the time for it ends
 * @param within how long it is
 * @param shares of it, in percent
 */
record ReviewTimes(Instant due, Duration within, List<Integer> shares) {

  private static final Duration DAILY = Duration.ofDays(1);

  /** Of an emergency that began to need a review. */
  static ReviewTimes of(Emergency declared, Instant begin) {
    return until(declared, begin.plus(declared.reviewWithin()).truncatedTo(ChronoUnit.SECONDS));
  }

  static ReviewTimes until(Emergency declared, Instant due) {
    return new ReviewTimes(due, declared.reviewWithin(), declared.remindAt());
  }

  /** After a time without Holdfast, one reminder is enough. */
  Instant nextReminder(Instant now) {
    Instant begin = due.minus(within);
    return Stream.concat(
            shares.stream().map(percent -> begin.plus(within.multipliedBy(percent).dividedBy(100))),
            Stream.of(due))
        .filter(now::isBefore)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> due.plus(DAILY.multipliedBy(Duration.between(due, now).toDays() + 1)));
  }
}
