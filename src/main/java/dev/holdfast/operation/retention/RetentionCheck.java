package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.followup.BackupUses;
import dev.holdfast.request.store.UnreadableRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a change of the backup retention, and says what can't be restored after that. */
@Component
public class RetentionCheck {

  private static final String ENVIRONMENT = "environment";
  private static final String DAYS = "days";
  private static final String TIME = "time";

  private final PreflightService preflight;
  private final AdminApi api;
  private final BackupUses uses;
  private final Clock clock;

  RetentionCheck(PreflightService preflight, AdminApi api, BackupUses uses, Clock clock) {
    this.preflight = preflight;
    this.api = api;
    this.uses = uses;
    this.clock = clock;
  }

  /** Whether the admin API in use can change it. */
  boolean isChangeable() {
    return api.capabilities().retention();
  }

  /**
   * As it was submitted. People agreed to what it takes away from the period that they saw, so
   * another one voids it. Throws what the admin API throws.
   */
  RetentionPreflight beforeTheCall(RetentionSpec spec) {
    RetentionPreflight now = check(spec.environment().id(), spec.period());
    Optional<Long> kept = RetentionRules.days(now.affected());
    if (kept.isEmpty() || kept.get() == spec.was() || Finding.worst(now.checks()) == Severity.RED) {
      return now;
    }
    List<Finding> checks = new ArrayList<>(now.checks());
    checks.add(
        RetentionRule.STATE.red(
            Message.of("rule.retention.red.changed", ENVIRONMENT, now.affected().name())
                .with(DAYS, kept.get())
                .with("was", spec.was())));
    return new RetentionPreflight(now.affected(), checks, now.obstacle(), now.readAt());
  }

  /** As a form says it. Throws the same. */
  RetentionPreflight check(String environmentId, RetentionPeriod period) {
    EnvironmentProfile environment = preflight.readWithOperations(environmentId);
    List<Finding> checks =
        new ArrayList<>(RetentionRules.allowed(environment, period, isChangeable()));
    if (Finding.worst(checks) != Severity.RED) {
      checks.addAll(
          RetentionRules.days(environment).orElseThrow() > period.days()
              ? shorter(environment, period)
              : longer(environment));
    }
    return new RetentionPreflight(environment, checks, busy(environment), clock.instant());
  }

  private static Optional<TemporaryBlocker> busy(EnvironmentProfile environment) {
    return new EnvironmentObservation(
            environment.environment(), environment.operations().orElse(List.of()))
        .busyWith()
        .map(why -> new TemporaryBlocker(why, Optional.empty()));
  }

  private List<Finding> longer(EnvironmentProfile environment) {
    Message stays =
        Message.of("rule.retention.green.longer", ENVIRONMENT, environment.name())
            .with(TIME, RestoreWindow.earliestPossible(environment, clock.instant()));
    return List.of(RetentionRule.R1.green(stays));
  }

  private List<Finding> shorter(EnvironmentProfile environment, RetentionPeriod period) {
    Instant now = clock.instant();
    Duration kept = Duration.ofDays(period.days());
    List<Finding> findings = new ArrayList<>();
    findings.add(needed(environment, kept, now));
    findings.add(lost(environment, now.minus(kept), now));
    findings.addAll(backups(environment, now.minus(kept), now));
    return findings;
  }

  /** Which request needs it isn't said, because not everybody may see that. */
  private Finding needed(EnvironmentProfile environment, Duration kept, Instant now) {
    try {
      return uses.isOlderNeeded(environment.id(), kept, now)
          ? RetentionRule.NEEDED.red("rule.retention.red.needed", ENVIRONMENT, environment.name())
          : RetentionRule.NEEDED.green("rule.retention.green.needed");
    } catch (UnreadableRequestException e) {
      return RetentionRule.NEEDED.red("rule.retention.red.unreadable");
    }
  }

  /** System backups are continuous (rule R4), so what is lost is all of a time. */
  private static Finding lost(EnvironmentProfile environment, Instant then, Instant now) {
    Instant earliest = RestoreWindow.earliestPossible(environment, now);
    String code =
        earliest.isBefore(then) ? "rule.retention.loss" : "rule.retention.loss.nothingYet";
    return RetentionRule.RECOVERY.amber(
        Message.of(code, ENVIRONMENT, environment.name())
            .with(TIME, earliest)
            .with("then", RestoreWindow.upToMinute(then)));
  }

  private List<Finding> backups(EnvironmentProfile environment, Instant then, Instant now) {
    ServiceList<Backup> listed = api.backups(environment.id());
    List<Backup> older =
        listed.stream()
            .filter(backup -> !backup.expired(now) && backup.point().isBefore(then))
            .toList();
    List<Finding> findings = new ArrayList<>();
    if (!older.isEmpty()) {
      Message lost =
          Message.of(
              "rule.retention.loss.backups",
              "count",
              older.size(),
              "backups",
              older.stream().map(Backup::name).toList());
      findings.add(RetentionRule.RECOVERY.amber(lost));
    }
    if (listed.unreadable() > 0) {
      findings.add(RetentionRule.RECOVERY.amber("unreadable.backup", "count", listed.unreadable()));
    }
    List<String> undone =
        older.stream()
            .flatMap(one -> uses.undoneBy(environment.id(), one.label(), one.point(), now).stream())
            .map(RequestId::toString)
            .distinct()
            .toList();
    if (!undone.isEmpty()) {
      findings.add(
          RetentionRule.RECOVERY.amber(
              "rule.retention.loss.undo", "count", undone.size(), "requests", undone));
    }
    return findings;
  }
}
