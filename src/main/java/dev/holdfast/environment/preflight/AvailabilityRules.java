package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;
import dev.holdfast.environment.preflight.Severity;

import dev.holdfast.environment.Availability;
import dev.holdfast.environment.Availability.Condition;
import dev.holdfast.environment.Availability.Reported;
import dev.holdfast.environment.EnvironmentProfile;
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
          RuleId.STATE.amber("Power Platform doesn't say whether %s can be used.", subject.name()));
    }
    return availability.worst().map(worst -> check(subject, worst, ofFailure));
  }

  private static Finding check(EnvironmentProfile subject, Reported worst, Severity ofFailure) {
    String name = subject.name();
    String state = worst.words();
    if (worst.condition() != Condition.DELETED && subject.operationRuns()) {
      return RuleId.STATE.amber(
          "%s can't be used at present, perhaps because an operation runs on it (%s).",
          name, state);
    }
    return switch (worst.condition()) {
      case DELETED -> RuleId.STATE.red("%s is deleted or is being deleted (%s).", name, state);
      case NOT_CREATED -> RuleId.STATE.red("%s wasn't created completely (%s).", name, state);
      case FAILED ->
          RuleId.STATE.check(
              ofFailure,
              ofFailure == Severity.RED
                  ? "%s has failed and can't be used (%s)."
                  : "%s has failed (%s). A failed environment can be the target of a restore.",
              name,
              state);
      case DISABLED ->
          RuleId.STATE.red(
              "%s is disabled (%s). Enable it in the Power Platform admin center first.",
              name, state);
      case PROVISIONING ->
          RuleId.STATE.red("%s is still being provisioned (%s). Try again later.", name, state);
      default ->
          RuleId.STATE.amber(
              "Power Platform reports a state of %s that Holdfast doesn't recognize (%s).",
              name, state);
    };
  }
}
