package dev.holdfast.environment;

import dev.holdfast.platform.Environment.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an instant can be restored (rules R1, R4, R5). The window slides: what is restorable now may
 * be gone when the approval comes.
 */
final class PointRules {

  /** A backup is ready 10 to 15 minutes after its instant (R5); we take the longer. */
  static final Duration SETTLING = Duration.ofMinutes(15);

  /** No backup of any environment is kept longer (R1). */
  static final Duration LONGEST = Duration.ofDays(28);

  /** Nearer to its end than this, a restore point is worth a warning: approvals take time. */
  static final Duration SOON = Duration.ofHours(24);

  private PointRules() {}

  static List<Check> point(Subject source, Instant point, Instant now) {
    return Stream.of(
            Optional.of(lower(source, point, now)), upper(point, now), end(source, point, now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** How long a new backup is kept (R1). */
  static Check kept(Subject source, Instant now) {
    return period(source)
        .map(
            period ->
                Rule.R1.green(
                    "The backup is kept for %s days, until about %s.",
                    period.toDays(), words(now.plus(period))))
        .orElseGet(
            () ->
                Rule.R1.amber(
                    "The service does not say how long it keeps backups of %s.", source.name()));
  }

  /** As {@link Check#sentence} writes instants. */
  static String words(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Check lower(Subject source, Instant point, Instant now) {
    Optional<Instant> earliest =
        source
            .environment()
            .retention()
            .flatMap(Retention::availableFrom)
            .or(() -> period(source).map(now::minus));
    if (earliest.isPresent()) {
      return point.isBefore(earliest.get())
          ? Rule.R4.red(
              "%s lies before the earliest instant that can be restored of %s: %s.",
              words(point), source.name(), words(upToMinute(earliest.get())))
          : Rule.R4.green(
              "Backups of %s reach back to %s.", source.name(), words(upToMinute(earliest.get())));
    }
    return point.isBefore(now.minus(LONGEST))
        ? Rule.R1.red(
            "%s is more than 28 days ago, and no backup is kept for longer.", words(point))
        : Rule.R4.amber(
            "The service does not say how far the backups of %s reach back; whether %s can still be"
                + " restored only the restore shows.",
            source.name(), words(point));
  }

  private static Optional<Check> upper(Instant point, Instant now) {
    if (point.isAfter(now)) {
      return Optional.of(Rule.R5.red("%s lies in the future.", words(point)));
    }
    Instant newest = now.minus(SETTLING);
    return Optional.of(
        point.isAfter(newest)
            ? Rule.R5.red(
                "%s is too recent: a backup can be restored after 15 minutes, so the newest instant"
                    + " now is %s.",
                words(point), words(newest))
            : Rule.R5.green("%s is old enough to be restored.", words(point)));
  }

  private static Optional<Check> end(Subject source, Instant point, Instant now) {
    return period(source)
        .map(point::plus)
        .filter(end -> end.isAfter(now) && end.isBefore(now.plus(SOON)))
        .map(
            end ->
                Rule.R1.amber(
                    "This restore point of %s is dropped at about %s; the restore must have started"
                        + " by then.",
                    source.name(), words(end)));
  }

  private static Optional<Duration> period(Subject source) {
    return source.environment().retention().flatMap(Retention::period);
  }

  /** Shown to the minute, a bound must not look earlier than it is. */
  private static Instant upToMinute(Instant instant) {
    Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
  }
}
