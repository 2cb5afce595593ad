package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.CopyType;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.OverwriteRules;
import dev.holdfast.environment.preflight.PreflightRules;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What may be copied onto what (rule R32). The documentation speaks of production, default, and
 * trial environments only; where it says nothing of a type, the service decides.
 */
@Component
final class CopyRules extends OverwriteRules {

  static final Message NOUN = Message.of("rule.noun.copy");

  private static final Set<EnvironmentType> NEVER_A_SOURCE =
      Set.of(EnvironmentType.DEFAULT, EnvironmentType.TRIAL);

  private static final Set<EnvironmentType> NEVER_A_TARGET =
      Set.of(EnvironmentType.PRODUCTION, EnvironmentType.DEFAULT, EnvironmentType.TRIAL);

  private static final Set<EnvironmentType> NOT_DOCUMENTED =
      Set.of(EnvironmentType.DEVELOPER, EnvironmentType.TEAMS, EnvironmentType.UNKNOWN);

  CopyRules(PreflightRules common) {
    super(common);
  }

  @Override
  protected Message noun() {
    return NOUN;
  }

  @Override
  protected String serviceOperation() {
    return "Copy";
  }

  @Override
  protected Stream<Finding> types(EnvironmentProfile source, EnvironmentProfile target) {
    return Stream.of(type(source, target));
  }

  /**
   * On which of the two the service's word on a copy counts isn't documented, so a refusal alone
   * forbids nothing.
   */
  @Override
  protected Stream<Finding> verdicts(EnvironmentProfile source, EnvironmentProfile target) {
    return Stream.of(
        verdict(target, "rule.service.copyOnto", isForbiddenTarget(target), Severity.AMBER),
        verdict(source, "rule.service.copyFrom", isForbiddenSource(source), Severity.AMBER));
  }

  static boolean isForbiddenSource(EnvironmentProfile source) {
    return NEVER_A_SOURCE.contains(type(source));
  }

  static boolean isForbiddenTarget(EnvironmentProfile target) {
    return NEVER_A_TARGET.contains(type(target));
  }

  private static Finding type(EnvironmentProfile source, EnvironmentProfile target) {
    if (itself(source, target)) {
      return CopyRule.R32.red("rule.copy.red.itself", "target", target.name());
    }
    if (isForbiddenTarget(target)) {
      return CopyRule.R32.red(
          type(target) == EnvironmentType.PRODUCTION
              ? "rule.copy.red.production"
              : "rule.copy.red.target",
          "target",
          target.name());
    }
    if (isForbiddenSource(source)) {
      return CopyRule.R32.red("rule.copy.red.source", "source", source.name());
    }
    return Stream.of(source, target)
        .filter(environment -> NOT_DOCUMENTED.contains(type(environment)))
        .findFirst()
        .map(
            environment ->
                CopyRule.R32.amber("rule.copy.amber.type", "environment", environment.name()))
        .orElseGet(
            () ->
                CopyRule.R32.green(
                    "rule.copy.green", "source", source.name(), "target", target.name()));
  }

  /** What will be lost, and that nothing is promised of the target's earlier backups. */
  static List<Finding> loss(CopyType type, EnvironmentProfile source, EnvironmentProfile target) {
    return List.of(
        CopyRule.R13.amber(
            switch (type) {
              case FULL -> "rule.copy.loss.full";
              case MINIMAL -> "rule.copy.loss.minimal";
              case WITHOUT_TRANSACTIONS -> "rule.copy.loss.withoutTransactions";
            },
            "source",
            source.name(),
            "target",
            target.name()),
        CopyRule.R32.amber("rule.copy.amber.backups", "target", target.name()));
  }

  private static EnvironmentType type(EnvironmentProfile environment) {
    return environment.environment().type();
  }
}
