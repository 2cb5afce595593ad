package dev.holdfast.environment.preflight.rule;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleMessages;
import dev.holdfast.message.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Both must lie in the same region. */
@Component
@Order(20)
final class RegionRule extends LikenessRule {

  RegionRule() {
    super("R9", BACKUP_AND_RESTORE);
  }

  @Override
  Finding compare(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    String from = source.environment().region();
    String to = target.environment().region();
    if (from.isBlank() || to.isBlank()) {
      return amber(
          RuleMessages.pair("rule.region.amber", source, target)
              .with("environment", from.isBlank() ? source.name() : target.name()));
    }
    return from.equalsIgnoreCase(to)
        ? green(RuleMessages.pair("rule.region.green", source, target).with("region", to))
        : red(
            RuleMessages.pair("rule.region.red", source, target)
                .with("from", from)
                .with("to", to)
                .with("operation", noun));
  }
}
