package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;

import dev.holdfast.environment.EnvironmentProfile;
import java.util.Optional;

/** Who may enter the target after a restore, when the order names a security group. */
final class SecurityGroupRules {

  /** The service's word for no group at all (facts 1.1, the change of a security group). */
  private static final String NO_GROUP = "00000000-0000-0000-0000-000000000000";

  private SecurityGroupRules() {}

  /** What a security group in the order changes; empty when the order names none. */
  static Optional<Finding> securityGroup(EnvironmentProfile target, Optional<String> ordered) {
    return ordered.map(group -> securityGroup(target, group));
  }

  private static Finding securityGroup(EnvironmentProfile target, String ordered) {
    Optional<String> present =
        target.environment().securityGroupId().filter(group -> !group.equals(NO_GROUP));
    String name = target.name();
    if (present.filter(ordered::equalsIgnoreCase).isPresent()) {
      return RuleId.ACCESS.green(
          "%s stays open to the members of the security group %s.", name, ordered);
    }
    return present
        .map(
            group ->
                RuleId.ACCESS.amber(
                    "Who may enter %s changes: now the members of the security group %s, after the"
                        + " restore those of %s.",
                    name, group, ordered))
        .orElseGet(
            () ->
                RuleId.ACCESS.amber(
                    "Who may enter %s changes: now it has no security group, after the restore only"
                        + " the members of %s may.",
                    name, ordered));
  }
}
