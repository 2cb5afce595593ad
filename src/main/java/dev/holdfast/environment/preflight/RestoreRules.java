package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.stream.Stream;

/** What may be restored onto what (rules R1, R3, R7 to R17). */
final class RestoreRules extends OverwriteRules {

  static final Message NOUN = Message.of("rule.noun.restore");

  RestoreRules(PreflightRules common) {
    super(common);
  }

  @Override
  protected Message noun() {
    return NOUN;
  }

  @Override
  protected String serviceOperation() {
    return "Restore";
  }

  @Override
  protected Stream<Finding> types(EnvironmentProfile source, EnvironmentProfile target) {
    return lazily(
        () -> EnvironmentTypeRules.backedUp(source).stream(),
        () -> Stream.of(EnvironmentTypeRules.pair(source, target)),
        () -> EnvironmentTypeRules.conversion(target).stream());
  }

  @Override
  protected Stream<Finding> verdicts(EnvironmentProfile source, EnvironmentProfile target) {
    return Stream.of(
        ServiceAvailabilityRules.restoreOnto(target, isForbiddenTarget(target)),
        ServiceAvailabilityRules.backupsOf(source, isForbiddenSource(source)));
  }

  /** Whether our rules alone forbid the target, to be held against the service's word on it. */
  static boolean isForbiddenTarget(EnvironmentProfile target) {
    return EnvironmentTypeRules.target(target).severity() == Severity.RED
        || DataverseRule.forbids(target);
  }

  private static boolean isForbiddenSource(EnvironmentProfile source) {
    return EnvironmentTypeRules.backedUp(source).isPresent() || DataverseRule.forbids(source);
  }
}
