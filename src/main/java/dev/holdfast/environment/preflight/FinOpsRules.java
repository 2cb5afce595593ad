package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.VersionComparator;
import dev.holdfast.message.Message;
import java.util.Optional;

/** What becomes of the finance and operations apps and their data (rules R14, R15, R17). */
final class FinOpsRules {

  private FinOpsRules() {}

  /** Whether the kinds fit, and which data moves (R14, R15). Empty where there are no such apps. */
  static Optional<Finding> kinds(EnvironmentProfile source, EnvironmentProfile target) {
    if (source.id().equals(target.id())) {
      return ontoItself(target);
    }
    if (source.kind() == EnvironmentKind.LCS_CLOUD_HOSTED) {
      return Optional.of(listed(source, target));
    }
    if (source.kind() == EnvironmentKind.UNKNOWN || target.kind() == EnvironmentKind.UNKNOWN) {
      return Optional.of(unknown(source, target));
    }
    if (hasApps(source) && target.kind().unified()) {
      return Optional.of(listed(source, target));
    }
    if (target.kind().unified()) {
      return Optional.of(
          RuleId.R14.amber(
              RuleMessages.pair("rule.finops.amber.dataverseOnly", source, target)
                  .with("sourceKind", source.kind().message())
                  .with("targetKind", target.kind().message())));
    }
    if (target.kind().lcs()) {
      return Optional.of(onlyDataverse(source, target));
    }
    return withoutTargetApps(source, target);
  }

  /** A source older than its target takes newer features away (R17). Unified on both sides only. */
  static Optional<Finding> versions(EnvironmentProfile source, EnvironmentProfile target) {
    if (source.id().equals(target.id()) || !source.kind().unified() || !target.kind().unified()) {
      return Optional.empty();
    }
    Optional<String> from = source.deployment().flatMap(FinOpsDeployment::applicationVersion);
    Optional<String> to = target.deployment().flatMap(FinOpsDeployment::applicationVersion);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.of(
          RuleId.R17.amber(
              "rule.version.amber.unknown",
              "environment",
              from.isEmpty() ? source.name() : target.name()));
    }
    int order = VersionComparator.compare(from.get(), to.get());
    return Optional.of(
        order < 0
            ? RuleId.R17.amber(
                RuleMessages.pair("rule.version.amber.older", source, target)
                    .with("from", from.get())
                    .with("to", to.get()))
            : RuleId.R17.green(
                RuleMessages.pair("rule.version.green", source, target)
                    .with("from", from.get())
                    .with("to", to.get())));
  }

  /** A manual backup reaches only what lives in Dataverse (R15). */
  static Optional<Finding> backup(EnvironmentProfile source) {
    if (source.kind().lcs()) {
      return Optional.of(
          RuleId.R15.amber("rule.lifecycleServices.amber.backup", "source", source.name()));
    }
    return source.kind() == EnvironmentKind.UNKNOWN
        ? Optional.of(
            RuleId.R15.amber("rule.lifecycleServices.amber.backupUnknown", "source", source.name()))
        : Optional.empty();
  }

  /** What can be said of a target before the source is known (R15). */
  static Optional<Finding> target(EnvironmentProfile target) {
    return ontoItself(target);
  }

  private static Optional<Finding> ontoItself(EnvironmentProfile target) {
    if (target.kind().lcs()) {
      return Optional.of(
          RuleId.R15.amber("rule.lifecycleServices.amber.itself", "target", target.name()));
    }
    return target.kind() == EnvironmentKind.UNKNOWN
        ? Optional.of(
            RuleId.R15.amber("rule.lifecycleServices.amber.unknown", "target", target.name()))
        : Optional.empty();
  }

  private static Finding listed(EnvironmentProfile source, EnvironmentProfile target) {
    FinOpsCompatibility row = FinOpsCompatibility.of(source.kind(), target.kind());
    String why =
        source.kind() == EnvironmentKind.UNIFIED
                || target.kind() == EnvironmentKind.UNIFIED
                || source.kind() == EnvironmentKind.LCS
            ? "rule.finops.unknownKind"
            : row.why();
    return RuleId.R14.check(
        row.severity(),
        RuleMessages.pair("rule.finops.pair", source, target)
            .with("sourceKind", source.kind().message())
            .with("targetKind", target.kind().message())
            .with("why", Message.of(why)));
  }

  private static Finding onlyDataverse(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R15.amber(
        RuleMessages.pair("rule.lifecycleServices.amber.target", source, target));
  }

  private static Optional<Finding> withoutTargetApps(
      EnvironmentProfile source, EnvironmentProfile target) {
    if (source.kind().unified()) {
      return Optional.of(
          RuleId.R15.red(RuleMessages.pair("rule.lifecycleServices.red.noApps", source, target)));
    }
    return source.kind().lcs()
        ? Optional.of(
            RuleId.R15.amber(
                RuleMessages.pair("rule.lifecycleServices.amber.source", source, target)))
        : Optional.empty();
  }

  private static Finding unknown(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R14.amber(
        RuleMessages.pair("rule.finops.amber.unknown", source, target)
            .with(
                "environment",
                source.kind() == EnvironmentKind.UNKNOWN ? source.name() : target.name()));
  }

  private static boolean hasApps(EnvironmentProfile subject) {
    return subject.kind().unified() || subject.kind().lcs();
  }
}
