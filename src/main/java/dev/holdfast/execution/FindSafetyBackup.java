package dev.holdfast.execution;

import dev.holdfast.execution.ExecutionProperties;
import dev.holdfast.execution.LostCallFinder;
import dev.holdfast.execution.RequestUpdater;
import dev.holdfast.execution.StateHandler;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.request.CreatedBackup;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.StepTransitions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Waits until the service lists the safety backup: only then there is a way back. */
@Component
class FindSafetyBackup {

  private final LostCallFinder lostCalls;
  private final PreflightService preflight;
  private final RequestUpdater updater;
  private final Duration interval;
  private final Duration within;

  FindSafetyBackup(
      LostCallFinder tracing,
      PreflightService preflight,
      RequestUpdater changes,
      AdminApiProperties platform,
      ExecutionProperties patience) {
    this.lostCalls = tracing;
    this.preflight = preflight;
    this.updater = changes;
    this.interval = platform.pollInterval();
    this.within = patience.safetyBackupWithin();
  }

  Optional<Duration> look(StepTransitions call) {
    try {
      Optional<Backup> made = lostCalls.findBackup(call);
      if (made.isPresent()) {
        updater.save(call, call.taken(kept(call, made.get()), updater.now()));
        return StateHandler.AT_ONCE;
      }
    } catch (AdminApiException e) {
      updater.waitFor(call.request(), "The backups cannot be read. " + e.getMessage());
      return e.answer().retryAfter().or(() -> Optional.of(interval));
    }
    updater.waitFor(call.request(), "The service does not list the safety backup yet.");
    return Optional.of(interval);
  }

  /** However long it takes, nothing was overwritten yet; but whoever asked waits for it. */
  boolean takesTooLong(SafetyBackup backup) {
    return updater.now().isAfter(backup.firstCommittedAt().plus(within));
  }

  Optional<Duration> giveUp(StepTransitions call) {
    String words = "It took too long. " + call.request().waitReason().orElse("");
    Outcome end =
        new Outcome(updater.now(), words.strip(), Optional.empty(), Optional.empty(), false);
    updater.save(call, call.outcomeUnknown(end));
    return StateHandler.DONE;
  }

  /** What may be overwritten is a sandbox or less, so its backups are kept for 7 days (R1, R2). */
  private CreatedBackup kept(StepTransitions call, Backup made) {
    Instant ordered = call.startCommittedAt().orElseThrow();
    // The service's clock may be behind ours: its backup is no older than our order.
    Instant since = made.point().isAfter(ordered) ? made.point() : ordered;
    return new CreatedBackup(
        made.id(),
        made.point(),
        preflight.usableAt(since),
        made.expires().orElseGet(() -> made.point().plus(RestoreWindow.SANDBOX)),
        made.expires().isPresent());
  }
}
