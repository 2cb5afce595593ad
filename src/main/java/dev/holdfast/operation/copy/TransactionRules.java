package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import java.util.List;

/**
 * What leaving out the transactions means (rule R31). Afterwards neither admin API tells whether
 * they were left out.
 */
final class TransactionRules {

  private TransactionRules() {}

  static List<Finding> findings(EnvironmentProfile source, EnvironmentProfile target) {
    return List.of(apps(source), emptied(target));
  }

  /** Only finance and operations apps on Dataverse have what is left out. */
  private static Finding apps(EnvironmentProfile source) {
    if (source.kind().unified()) {
      return platform(source);
    }
    return source.kind() == EnvironmentKind.UNKNOWN
        ? CopyRule.R31.amber("rule.copy.transactions.amber.unknown", "source", source.name())
        : CopyRule.R31.red("rule.copy.transactions.red.noApps", "source", source.name());
  }

  /** From which version of the platform on it works isn't documented. */
  private static Finding platform(EnvironmentProfile source) {
    return source
        .deployment()
        .flatMap(FinOpsDeployment::platformVersion)
        .map(
            version ->
                CopyRule.R31.amber(
                    "rule.copy.transactions.amber.platform",
                    "source",
                    source.name(),
                    "version",
                    version))
        .orElseGet(
            () ->
                CopyRule.R31.amber(
                    "rule.copy.transactions.amber.noPlatform", "source", source.name()));
  }

  private static Finding emptied(EnvironmentProfile target) {
    return CopyRule.R31.amber("rule.copy.transactions.amber.emptied", "target", target.name());
  }
}
