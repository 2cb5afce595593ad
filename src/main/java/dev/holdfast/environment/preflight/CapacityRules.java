package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.Locale;

/** What it takes to overwrite: room, and all that the target holds (rules R6, R12, R13). */
final class CapacityRules {

  private CapacityRules() {}

  /**
   * Overwriting needs 1 GB of free capacity, which only the service can judge (R12, R51).
   *
   * @param operation the service's word for it
   */
  static Finding room(
      EnvironmentProfile source, EnvironmentProfile target, String operation, Message noun) {
    if (ServiceAvailabilityRules.refusesForRoom(target, operation)) {
      return RuleId.R12.red("rule.capacity.red", "target", target.name(), "operation", noun);
    }
    double megabytes =
        source.environment().capacities().stream()
            .filter(line -> line.type().toLowerCase(Locale.ROOT).contains("database"))
            .mapToDouble(Capacity::actualMegabytes)
            .sum();
    return megabytes > 0
        ? RuleId.R12.amber(
            "rule.capacity.amber.size",
            "source",
            source.name(),
            "size",
            megabytes / 1024,
            "operation",
            noun)
        : RuleId.R12.amber("rule.capacity.amber", "operation", noun);
  }

  /** A backup needs no room (R6). */
  static Finding noRoom(EnvironmentProfile source) {
    return RuleId.R6.green("rule.capacity.green.backup", "source", source.name());
  }

  /** What will be lost (R13). */
  static Finding loss(EnvironmentProfile source, EnvironmentProfile target, Instant point) {
    if (source.id().equals(target.id())) {
      return RuleId.R13.amber("rule.loss.amber.itself", "target", target.name(), "point", point);
    }
    return RuleId.R13.amber(
        RuleMessages.pair("rule.loss.amber", source, target).with("point", point));
  }
}
