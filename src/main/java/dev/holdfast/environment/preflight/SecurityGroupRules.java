package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.Optional;

/** Who may enter the target when it is overwritten, and the order names a security group. */
final class SecurityGroupRules {

  /** The service's word for no group at all (facts 1.1, the change of a security group). */
  private static final String NO_GROUP = "00000000-0000-0000-0000-000000000000";

  private SecurityGroupRules() {}

  /** What a security group in the order changes; empty when the order names none. */
  static Optional<Finding> securityGroup(
      EnvironmentProfile target, Optional<String> ordered, Message noun) {
    return ordered.map(group -> securityGroup(target, group, noun));
  }

  private static Finding securityGroup(EnvironmentProfile target, String ordered, Message noun) {
    Optional<String> present =
        target.environment().securityGroupId().filter(group -> !group.equals(NO_GROUP));
    String name = target.name();
    if (present.filter(ordered::equalsIgnoreCase).isPresent()) {
      return RuleId.ACCESS.green("rule.access.green", "target", name, "group", ordered);
    }
    return present
        .map(
            group ->
                RuleId.ACCESS.amber(
                    Message.of("rule.access.amber.changes", "target", name, "operation", noun)
                        .with("from", group)
                        .with("to", ordered)))
        .orElseGet(
            () ->
                RuleId.ACCESS.amber(
                    Message.of("rule.access.amber.none", "target", name, "operation", noun)
                        .with("group", ordered)));
  }
}
