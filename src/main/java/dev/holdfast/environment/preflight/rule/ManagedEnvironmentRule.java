package dev.holdfast.environment.preflight.rule;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleMessages;
import dev.holdfast.message.Message;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A Managed Environment goes onto a Managed one only, another onto an unmanaged one. */
@Component
@Order(30)
final class ManagedEnvironmentRule extends LikenessRule {

  ManagedEnvironmentRule() {
    super("R10", BACKUP_AND_RESTORE);
  }

  @Override
  Finding compare(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    Optional<Boolean> from = source.environment().managed();
    Optional<Boolean> to = target.environment().managed();
    if (from.isEmpty() || to.isEmpty()) {
      return amber(
          RuleMessages.pair("rule.managed.amber", source, target)
              .with("environment", from.isEmpty() ? source.name() : target.name()));
    }
    if (from.equals(to)) {
      return green(
          RuleMessages.pair(
              from.get() ? "rule.managed.green.both" : "rule.managed.green.neither",
              source,
              target));
    }
    return from.get()
        ? red(RuleMessages.pair("rule.managed.red.source", source, target))
        : red(RuleMessages.pair("rule.managed.red.target", source, target));
  }
}
