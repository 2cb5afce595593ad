package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.FinOpsCompatibility;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;

import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.VersionComparator;
import java.util.Optional;

/** What becomes of the finance and operations apps and their data (rules R14, R15, R17). */
final class FinOpsRules {

  private FinOpsRules() {}

  /** Whether the kinds fit, and which data moves (R14, R15). Empty where there are no such apps. */
  static Optional<Finding> kinds(EnvironmentProfile source, EnvironmentProfile target) {
    boolean itself = source.id().equals(target.id());
    if (itself) {
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
              "%s is %s and %s is %s: no page of the documentation lists this pair, and what"
                  + " becomes of the finance and operations apps of %s is not known.",
              source.name(),
              source.kind().word(),
              target.name(),
              target.kind().word(),
              target.name()));
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
              "The application version of %s cannot be seen. A source older than its target takes"
                  + " newer features away from it.",
              from.isEmpty() ? source.name() : target.name()));
    }
    int order = VersionComparator.compare(from.get(), to.get());
    return Optional.of(
        order < 0
            ? RuleId.R17.amber(
                "%s has application version %s, older than %s with %s. The code moves with the"
                    + " data, so newer features of %s may be lost.",
                source.name(), from.get(), target.name(), to.get(), target.name())
            : RuleId.R17.green(
                "%s has application version %s and %s has %s: the source is not older.",
                source.name(), from.get(), target.name(), to.get()));
  }

  /** A manual backup reaches only what lives in Dataverse (R15). */
  static Optional<Finding> backup(EnvironmentProfile source) {
    if (source.kind().lcs()) {
      return Optional.of(
          RuleId.R15.amber(
              "The finance and operations app of %s lives in Lifecycle Services: this backup covers"
                  + " its Dataverse only.",
              source.name()));
    }
    return source.kind() == EnvironmentKind.UNKNOWN
        ? Optional.of(
            RuleId.R15.amber(
                "How finance and operations apps are linked to %s Holdfast cannot tell; the backup"
                    + " may cover its Dataverse only.",
                source.name()))
        : Optional.empty();
  }

  /** What can be said of a target before the source is known (R15). */
  static Optional<Finding> target(EnvironmentProfile target) {
    return target.kind().lcs() || target.kind() == EnvironmentKind.UNKNOWN
        ? ontoItself(target)
        : Optional.empty();
  }

  private static Optional<Finding> ontoItself(EnvironmentProfile target) {
    if (target.kind().lcs()) {
      return Optional.of(
          RuleId.R15.amber(
              "The finance and operations app of %s lives in Lifecycle Services: only its Dataverse"
                  + " data is restored. Restore its database there to the same instant.",
              target.name()));
    }
    return target.kind() == EnvironmentKind.UNKNOWN
        ? Optional.of(
            RuleId.R15.amber(
                "How finance and operations apps are linked to %s Holdfast cannot tell; perhaps"
                    + " only Dataverse data is restored.",
                target.name()))
        : Optional.empty();
  }

  private static Finding listed(EnvironmentProfile source, EnvironmentProfile target) {
    FinOpsCompatibility row = FinOpsCompatibility.of(source.kind(), target.kind());
    String why =
        source.kind() == EnvironmentKind.UNIFIED
                || target.kind() == EnvironmentKind.UNIFIED
                || source.kind() == EnvironmentKind.LCS
            ? "whether the pair is supported depends on the kind that is not known"
            : row.why();
    return RuleId.R14.check(
        row.severity(),
        "%s is %s and %s is %s: %s.",
        source.name(),
        source.kind().word(),
        target.name(),
        target.kind().word(),
        why);
  }

  private static Finding onlyDataverse(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R15.amber(
        "The finance and operations app of %s lives in Lifecycle Services: only Dataverse data"
            + " moves from %s. Restore its database there to the same instant.",
        target.name(), source.name());
  }

  private static Optional<Finding> withoutTargetApps(
      EnvironmentProfile source, EnvironmentProfile target) {
    if (source.kind().unified()) {
      return Optional.of(
          RuleId.R15.red(
              "%s has unified finance and operations apps and %s has none; the target must be"
                  + " unified as well.",
              source.name(), target.name()));
    }
    return source.kind().lcs()
        ? Optional.of(
            RuleId.R15.amber(
                "The finance and operations app of %s lives in Lifecycle Services: only Dataverse"
                    + " data moves to %s.",
                source.name(), target.name()))
        : Optional.empty();
  }

  private static Finding unknown(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R14.amber(
        "How finance and operations apps are linked to %s Holdfast cannot tell, so neither whether"
            + " %s may be restored onto %s.",
        source.kind() == EnvironmentKind.UNKNOWN ? source.name() : target.name(),
        source.name(),
        target.name());
  }

  private static boolean hasApps(EnvironmentProfile subject) {
    return subject.kind().unified() || subject.kind().lcs();
  }
}
