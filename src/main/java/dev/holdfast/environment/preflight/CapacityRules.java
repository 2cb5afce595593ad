package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;
import dev.holdfast.environment.preflight.ServiceAvailabilityRules;

import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.InstantText;
import java.time.Instant;
import java.util.Locale;

/** What a restore takes: room, and all that the target holds (rules R6, R12, R13). */
final class CapacityRules {

  private CapacityRules() {}

  /** A restore needs 1 GB of free capacity, which only the service can judge (R12). */
  static Finding room(EnvironmentProfile source, EnvironmentProfile target) {
    if (ServiceAvailabilityRules.refusesForRoom(target)) {
      return RuleId.R12.red(
          "There is not enough free capacity: a restore onto %s needs 1 GB.", target.name());
    }
    double megabytes =
        source.environment().capacities().stream()
            .filter(line -> line.type().toLowerCase(Locale.ROOT).contains("database"))
            .mapToDouble(Capacity::actualMegabytes)
            .sum();
    String size =
        megabytes > 0
            ? String.format(
                Locale.ENGLISH,
                " The databases of %s hold %.1f GB.",
                source.name(),
                megabytes / 1024)
            : "";
    return RuleId.R12.amber(
        "A restore needs 1 GB of free capacity. The service does not say how much is free, and"
            + " refuses when it is less.%s",
        size);
  }

  /** A backup needs no room (R6). */
  static Finding noRoom(EnvironmentProfile source) {
    return RuleId.R6.green("A backup of %s takes no capacity.", source.name());
  }

  /** What will be lost (R13). */
  static Finding loss(EnvironmentProfile source, EnvironmentProfile target, Instant point) {
    if (source.id().equals(target.id())) {
      return RuleId.R13.amber(
          "All that was done in %s since %s will be lost: data, code, apps and flows. Audit logs"
              + " are kept.",
          target.name(), InstantText.of(point));
    }
    return RuleId.R13.amber(
        "Everything in %s will be overwritten with %s as it was at %s: data, code, apps and flows."
            + " Backups of %s made before remain.",
        target.name(), source.name(), InstantText.of(point), target.name());
  }
}
