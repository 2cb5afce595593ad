package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;
import dev.holdfast.environment.preflight.Severity;

import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.InstantText;
import dev.holdfast.environment.RestoreWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an instant can be restored (rules R1, R3, R4, R5). The window slides: what is restorable now
 * may be gone when the approval comes.
 */
final class RestorePointRules {

  /** Nearer to its end than this, a restore point is worth a warning: approvals take time. */
  private static final Duration SOON = Duration.ofHours(24);

  private RestorePointRules() {}

  static List<Finding> point(
      EnvironmentProfile source, Instant point, Instant now, RestoreWindow window) {
    Finding lower = lower(source, point, now);
    Optional<Finding> end =
        lower.severity() == Severity.RED ? Optional.empty() : end(source, point, now);
    return Stream.of(Optional.of(lower), Optional.of(upper(point, now, window)), end)
        .flatMap(Optional::stream)
        .toList();
  }

  /** How long a new backup is kept (R1). */
  static Finding kept(EnvironmentProfile source, Instant now) {
    return period(source)
        .map(
            period ->
                RuleId.R1.green(
                    "The backup is kept for %s days, until about %s.",
                    period.toDays(), InstantText.of(now.plus(period))))
        .orElseGet(
            () ->
                RuleId.R1.amber(
                    "The service does not say how long it keeps backups of %s.", source.name()));
  }

  private static Finding lower(EnvironmentProfile source, Instant point, Instant now) {
    Optional<Instant> earliest = RestoreWindow.earliest(source, now);
    if (earliest.isPresent()) {
      return point.isBefore(earliest.get())
          ? RuleId.R4.red(
              "%s lies before the earliest instant that can be restored of %s: %s.",
              InstantText.of(point),
              source.name(),
              InstantText.of(RestoreWindow.upToMinute(earliest.get())))
          : RuleId.R4.green(
              "Backups of %s reach back to %s.",
              source.name(), InstantText.of(RestoreWindow.upToMinute(earliest.get())));
    }
    return point.isBefore(now.minus(RestoreWindow.LONGEST))
        ? RuleId.R1.red(
            "%s is more than 28 days ago, and no backup is kept for longer.", InstantText.of(point))
        : RuleId.R4.amber(
            "The service does not say how far the backups of %s reach back; whether %s can still be"
                + " restored only the restore shows.",
            source.name(), InstantText.of(point));
  }

  private static Finding upper(Instant point, Instant now, RestoreWindow window) {
    if (point.isAfter(now)) {
      return RuleId.R5.red("%s lies in the future.", InstantText.of(point));
    }
    Instant newest = window.latest(now);
    return point.isAfter(newest)
        ? RuleId.R5.red(
            "%s is too recent: a backup can be restored after %s, so the newest instant now is %s.",
            InstantText.of(point), window.words(), InstantText.of(newest))
        : RuleId.R5.green("%s is old enough to be restored.", InstantText.of(point));
  }

  private static Optional<Finding> end(EnvironmentProfile source, Instant point, Instant now) {
    Optional<Duration> period = period(source);
    Optional<Instant> end = period.map(point::plus).filter(at -> at.isBefore(now.plus(SOON)));
    if (end.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        end.get().isAfter(now)
            ? RuleId.R1.amber(
                "This restore point of %s is dropped at about %s; the restore must have started by"
                    + " then.",
                source.name(), InstantText.of(end.get()))
            : outlived(source, period.get(), point));
  }

  /**
   * In the window, though older than the period: so it is for a while when a production environment
   * was changed to a sandbox (R3).
   */
  private static Finding outlived(EnvironmentProfile source, Duration period, Instant point) {
    boolean sandbox = source.environment().type() == EnvironmentType.SANDBOX;
    return (sandbox ? RuleId.R3 : RuleId.R1)
        .amber(
            "%s is older than the %s days for which %s keeps backups. The service still counts it"
                + " in%s, and may drop it at any moment.",
            InstantText.of(point),
            period.toDays(),
            source.name(),
            sandbox ? ", perhaps because it was a production environment until lately" : "");
  }

  private static Optional<Duration> period(EnvironmentProfile source) {
    return source.environment().retention().flatMap(Retention::period);
  }
}
