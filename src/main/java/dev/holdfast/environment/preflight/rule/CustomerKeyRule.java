package dev.holdfast.environment.preflight.rule;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleMessages;
import dev.holdfast.message.Message;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A source under a customer's key needs a target under the same key. */
@Component
@Order(40)
final class CustomerKeyRule extends LikenessRule {

  CustomerKeyRule() {
    super("R11", BACKUP_AND_RESTORE);
  }

  @Override
  Finding compare(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    Optional<Boolean> from = underCustomerKey(source);
    Optional<Boolean> to = underCustomerKey(target);
    if (from.isEmpty() || to.isEmpty()) {
      return amber(
          RuleMessages.pair("rule.key.amber.unknown", source, target)
              .with("environment", from.isEmpty() ? source.name() : target.name()));
    }
    if (from.get() && to.get()) {
      return sameKey(source, target, noun);
    }
    if (from.get()) {
      return red(RuleMessages.pair("rule.key.red.source", source, target).with("operation", noun));
    }
    return to.get()
        ? amber(RuleMessages.pair("rule.key.amber.target", source, target))
        : green(RuleMessages.pair("rule.key.green.microsoft", source, target));
  }

  /** The policy tells the key; without it the service does not. */
  private Finding sameKey(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    Optional<String> from = source.environment().keyPolicy();
    Optional<String> to = target.environment().keyPolicy();
    if (from.isEmpty() || to.isEmpty()) {
      return amber(
          RuleMessages.pair("rule.key.amber.policy", source, target)
              .with("environment", from.isEmpty() ? source.name() : target.name()));
    }
    return from.get().equalsIgnoreCase(to.get())
        ? green(RuleMessages.pair("rule.key.green.same", source, target).with("policy", to.get()))
        : red(
            RuleMessages.pair("rule.key.red.other", source, target)
                .with("from", from.get())
                .with("to", to.get())
                .with("operation", noun));
  }

  /** An environment with a key policy is under a customer's key, whether it says so or not. */
  private static Optional<Boolean> underCustomerKey(EnvironmentProfile subject) {
    Environment environment = subject.environment();
    return environment.customerKey().or(() -> environment.keyPolicy().map(policy -> true));
  }
}
