package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentProfile;
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
                    "rule.kept.green", "days", period.toDays(), "until", now.plus(period)))
        .orElseGet(() -> RuleId.R1.amber("rule.kept.amber", "source", source.name()));
  }

  private static Finding lower(EnvironmentProfile source, Instant point, Instant now) {
    Optional<Instant> earliest = RestoreWindow.earliest(source, now);
    if (earliest.isPresent()) {
      return point.isBefore(earliest.get())
          ? RuleId.R4.red(
              "rule.point.red.tooEarly",
              "point",
              point,
              "source",
              source.name(),
              "earliest",
              RestoreWindow.upToMinute(earliest.get()))
          : RuleId.R4.green(
              "rule.point.green.earliest",
              "source",
              source.name(),
              "earliest",
              RestoreWindow.upToMinute(earliest.get()));
    }
    return point.isBefore(now.minus(RestoreWindow.LONGEST))
        ? RuleId.R1.red("rule.point.red.tooOld", "point", point)
        : RuleId.R4.amber("rule.point.amber.unknown", "source", source.name(), "point", point);
  }

  private static Finding upper(Instant point, Instant now, RestoreWindow window) {
    if (point.isAfter(now)) {
      return RuleId.R5.red("rule.point.red.future", "point", point);
    }
    Instant newest = window.latest(now);
    return point.isAfter(newest)
        ? RuleId.R5.red(
            "rule.point.red.tooRecent",
            "point",
            point,
            "settling",
            window.settling(),
            "latest",
            newest)
        : RuleId.R5.green("rule.point.green.oldEnough", "point", point);
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
                "rule.point.amber.endsSoon", "source", source.name(), "end", end.get())
            : outlived(source, period.get(), point));
  }

  /**
   * In the window, though older than the period: so it is for a while when a production environment
   * was changed to a sandbox (R3).
   */
  private static Finding outlived(EnvironmentProfile source, Duration period, Instant point) {
    boolean sandbox = source.environment().type() == EnvironmentType.SANDBOX;
    RuleId rule = sandbox ? RuleId.R3 : RuleId.R1;
    return rule.amber(
        sandbox ? "rule.point.amber.outlivedSandbox" : "rule.point.amber.outlived",
        "point",
        point,
        "days",
        period.toDays(),
        "source",
        source.name());
  }

  private static Optional<Duration> period(EnvironmentProfile source) {
    return source.environment().retention().flatMap(Retention::period);
  }
}
