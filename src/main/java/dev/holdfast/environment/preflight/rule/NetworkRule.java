package dev.holdfast.environment.preflight.rule;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleMessages;
import dev.holdfast.message.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Policies for virtual networks must match. */
@Component
@Order(50)
final class NetworkRule extends LikenessRule {

  NetworkRule() {
    super("R11", BACKUP_AND_RESTORE);
  }

  @Override
  Finding compare(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    Environment from = source.environment();
    Environment to = target.environment();
    boolean same =
        from.networkPolicy()
            .map(policy -> to.networkPolicy().filter(policy::equalsIgnoreCase).isPresent())
            .orElseGet(() -> to.networkPolicy().isEmpty());
    if (!same) {
      return red(
          RuleMessages.pair("rule.network.red", source, target)
              .with("from", policy(from))
              .with("to", policy(to)));
    }
    return green(
        RuleMessages.pair("rule.network.green", source, target).with("policy", policy(to)));
  }

  private static Message policy(Environment environment) {
    return environment
        .networkPolicy()
        .map(id -> Message.of("rule.network.policy", "policy", id))
        .orElse(Message.of("rule.network.none"));
  }
}
