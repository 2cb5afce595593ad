package dev.holdfast.operation.deletion;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.request.followup.BackupUses;
import dev.holdfast.request.store.UnreadableRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Checks whether a backup can be deleted, and says what can't be restored after that. */
@Component
public class BackupDeletionCheck {

  private static final String BACKUP = "backup";
  private static final String ENVIRONMENT = "environment";

  /** What expires so soon could expire while it's being deleted. */
  private static final Duration SOON = Duration.ofMinutes(15);

  private final PreflightService preflight;
  private final AdminApi api;
  private final BackupUses uses;
  private final Clock clock;

  BackupDeletionCheck(PreflightService preflight, AdminApi api, BackupUses uses, Clock clock) {
    this.preflight = preflight;
    this.api = api;
    this.uses = uses;
    this.clock = clock;
  }

  /** As it was submitted. Throws what the admin API throws. */
  BackupDeletionPreflight beforeTheCall(DeleteBackupSpec spec) {
    return check(spec.target().id(), spec.label(), listed -> BackupMatch.find(spec, listed));
  }

  /** As a form names it. Throws the same. */
  BackupDeletionPreflight check(DeleteBackupInput input) {
    return check(
        input.environment(), input.backup(), listed -> BackupMatch.byId(input.backup(), listed));
  }

  private BackupDeletionPreflight check(
      String environmentId, String name, Function<List<Backup>, Optional<Backup>> which) {
    EnvironmentProfile environment = preflight.readWithOperations(environmentId);
    ServiceList<Backup> listed = api.backups(environmentId);
    Optional<Backup> backup = which.apply(listed);
    return new BackupDeletionPreflight(
        environment,
        backup,
        backup
            .map(found -> findings(found, environment))
            .orElseGet(() -> List.of(gone(name, environment, listed.unreadable()))),
        busy(environment),
        clock.instant());
  }

  private static Optional<TemporaryBlocker> busy(EnvironmentProfile environment) {
    return new EnvironmentObservation(
            environment.environment(), environment.operations().orElse(List.of()))
        .busyWith()
        .map(why -> new TemporaryBlocker(why, Optional.empty()));
  }

  private static Finding gone(String name, EnvironmentProfile environment, int unreadable) {
    Message gone = about("rule.deletion.red.gone", name, environment);
    return DeletionRule.R6.red(
        unreadable == 0 ? gone : gone.then(Message.of("unreadable.backup", "count", unreadable)));
  }

  private List<Finding> findings(Backup backup, EnvironmentProfile environment) {
    Instant now = clock.instant();
    List<Finding> findings = new ArrayList<>();
    findings.add(deletable(backup, environment, now));
    findings.add(needed(backup, environment));
    findings.add(lost(backup, environment));
    findings.add(continuous(backup, environment, now));
    uses.undoneBy(environment.id(), backup.label(), backup.point(), now)
        .map(
            request ->
                DeletionRule.RECOVERY.amber(
                    "rule.deletion.loss.undo", "request", request.toString()))
        .ifPresent(findings::add);
    return findings;
  }

  private static Finding deletable(Backup backup, EnvironmentProfile environment, Instant now) {
    return backup
        .expires()
        .filter(at -> at.isBefore(now.plus(SOON)))
        .map(
            at ->
                DeletionRule.R2.red(
                    about("rule.deletion.red.expires", backup.name(), environment)
                        .with("time", at)))
        .orElseGet(
            () -> DeletionRule.R6.green(about("rule.deletion.green", backup.name(), environment)));
  }

  /** Which request needs it isn't said, because not everybody may see that. */
  private Finding needed(Backup backup, EnvironmentProfile environment) {
    try {
      return uses.isNeeded(environment.id(), backup.label(), backup.point())
          ? DeletionRule.NEEDED.red("rule.deletion.red.needed", ENVIRONMENT, environment.name())
          : DeletionRule.NEEDED.green("rule.deletion.green.needed");
    } catch (UnreadableRequestException e) {
      return DeletionRule.NEEDED.red("rule.deletion.red.unreadable");
    }
  }

  private static Finding lost(Backup backup, EnvironmentProfile environment) {
    Message lost =
        about("rule.deletion.loss", backup.name(), environment).with("time", backup.point());
    return DeletionRule.RECOVERY.amber(
        backup
            .createdBy()
            .map(by -> lost.then(Message.of("rule.deletion.loss.by", "person", by)))
            .orElse(lost));
  }

  /** System backups are continuous (rule R4); the service doesn't list them. */
  private static Finding continuous(Backup backup, EnvironmentProfile environment, Instant now) {
    Optional<Instant> from = RestoreWindow.earliest(environment, now);
    Message about =
        Message.of(
            from.filter(earliest -> !backup.point().isBefore(earliest)).isPresent()
                ? "rule.deletion.loss.continuous"
                : "rule.deletion.loss.nothing",
            "time",
            backup.point());
    return DeletionRule.RECOVERY.amber(about);
  }

  private static Message about(String code, String backup, EnvironmentProfile environment) {
    return Message.of(code, BACKUP, backup, ENVIRONMENT, environment.name());
  }
}
