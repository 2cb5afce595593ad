package dev.holdfast.environment.preflight;

import dev.holdfast.environment.Availability;
import dev.holdfast.environment.Availability.Condition;
import dev.holdfast.environment.Availability.Reported;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.Optional;

/**
 * Whether an environment is there to be read or overwritten, for the source and the target alike.
 * Empty when every state that the service reports is good.
 */
final class AvailabilityRules {

  private AvailabilityRules() {}

  /** As the source of a restore, or of a backup. */
  static Optional<Finding> source(EnvironmentProfile source) {
    return check(source, Severity.RED);
  }

  /** A failed environment can still be the target of a restore (rule R25). */
  static Optional<Finding> target(EnvironmentProfile target) {
    return check(target, Severity.AMBER);
  }

  private static Optional<Finding> check(EnvironmentProfile subject, Severity ofFailure) {
    Availability availability = Availability.of(subject.environment());
    if (availability.states().isEmpty()) {
      return Optional.of(
          RuleId.STATE.amber("rule.state.amber.unknown", "environment", subject.name()));
    }
    return availability.worst().map(worst -> check(subject, worst, ofFailure));
  }

  private static Finding check(EnvironmentProfile subject, Reported worst, Severity ofFailure) {
    String name = subject.name();
    Message state = worst.message();
    if (worst.condition() != Condition.DELETED && subject.operationRuns()) {
      return RuleId.STATE.amber("rule.state.amber.busy", "environment", name, "state", state);
    }
    return switch (worst.condition()) {
      case DELETED ->
          RuleId.STATE.red("rule.state.red.deleted", "environment", name, "state", state);
      case NOT_CREATED ->
          RuleId.STATE.red("rule.state.red.notCreated", "environment", name, "state", state);
      case FAILED ->
          ofFailure == Severity.RED
              ? RuleId.STATE.red("rule.state.red.failed", "environment", name, "state", state)
              : RuleId.STATE.amber("rule.state.amber.failed", "environment", name, "state", state);
      case DISABLED ->
          RuleId.STATE.red("rule.state.red.disabled", "environment", name, "state", state);
      case PROVISIONING ->
          RuleId.STATE.red("rule.state.red.provisioning", "environment", name, "state", state);
      default ->
          RuleId.STATE.amber("rule.state.amber.unrecognized", "environment", name, "state", state);
    };
  }
}
