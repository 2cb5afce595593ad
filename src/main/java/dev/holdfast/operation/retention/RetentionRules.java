package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the backup retention can be changed (rule R1): on production environments that are managed
 * and have no Dynamics 365 apps. Elsewhere Power Platform keeps backups for a fixed time, whatever
 * is set, so nothing is ordered there.
 */
final class RetentionRules {

  private static final String ENVIRONMENT = "environment";

  private RetentionRules() {}

  /** For how many days backups are kept; empty where the service doesn't say. */
  static Optional<Long> days(EnvironmentProfile profile) {
    return days(profile.environment());
  }

  static Optional<Long> days(Environment environment) {
    return environment.retention().flatMap(Retention::period).map(Duration::toDays);
  }

  /**
   * @param changeable whether the admin API in use can change it
   */
  static List<Finding> allowed(
      EnvironmentProfile profile, RetentionPeriod period, boolean changeable) {
    Optional<Finding> refused =
        changeable
            ? fixed(profile).or(() -> unchanged(profile, period))
            : Optional.of(RetentionRule.SERVICE.red("backupRetention.notSupported"));
    return refused.map(List::of).orElseGet(() -> unsure(profile));
  }

  private static Optional<Finding> fixed(EnvironmentProfile profile) {
    Environment environment = profile.environment();
    if (environment.dataverse().isEmpty()) {
      return Optional.of(red("rule.retention.red.noDataverse", profile));
    }
    if (environment.type() != EnvironmentType.PRODUCTION
        && environment.type() != EnvironmentType.UNKNOWN) {
      return Optional.of(red("rule.retention.red.type", profile));
    }
    if (environment.finOps() instanceof FinOpsLink.Unified
        || environment.finOps() instanceof FinOpsLink.LcsLinked) {
      return Optional.of(red("rule.retention.red.finOps", profile));
    }
    return environment.managed().filter(managed -> !managed).isPresent()
        ? Optional.of(red("rule.retention.red.unmanaged", profile))
        : Optional.empty();
  }

  /** What can't be read can't be verified either. */
  private static Optional<Finding> unchanged(EnvironmentProfile profile, RetentionPeriod period) {
    Optional<Long> days = days(profile);
    if (days.isEmpty()) {
      return Optional.of(
          RetentionRule.STATE.red("rule.retention.red.notReported", ENVIRONMENT, profile.name()));
    }
    return days.filter(kept -> kept == period.days())
        .map(
            kept ->
                RetentionRule.STATE.red(
                    Message.of("rule.retention.red.same", ENVIRONMENT, profile.name())
                        .with("days", kept)));
  }

  private static List<Finding> unsure(EnvironmentProfile profile) {
    Environment environment = profile.environment();
    List<Finding> findings = new ArrayList<>();
    boolean known =
        environment.type() == EnvironmentType.PRODUCTION && environment.managed().isPresent();
    findings.add(
        known
            ? RetentionRule.R1.green("rule.retention.green", ENVIRONMENT, profile.name())
            : RetentionRule.R1.amber("rule.retention.unsure", ENVIRONMENT, profile.name()));
    findings.add(RetentionRule.R1.amber("rule.retention.apps", ENVIRONMENT, profile.name()));
    findings.add(RetentionRule.R1.amber("rule.retention.late"));
    return findings;
  }

  private static Finding red(String code, EnvironmentProfile profile) {
    return RetentionRule.R1.red(code, ENVIRONMENT, profile.name());
  }
}
