package dev.holdfast.execution;

import dev.holdfast.execution.FindSafetyBackup;
import dev.holdfast.execution.PollingHandler;
import dev.holdfast.execution.RequestUpdater;
import dev.holdfast.execution.StartHandler;
import dev.holdfast.execution.StartReconciliationHandler;
import dev.holdfast.execution.StateHandler;

import dev.holdfast.request.CreatedBackup;
import dev.holdfast.request.Request;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * SAFETY_BACKUP: has the target backed up, and waits until the service would restore from that.
 * Ordered, looked for after a lost answer, and followed as any backup is.
 */
@Component
class TakeSafetyBackup implements StateHandler {

  private final StartReconciliationHandler resume;
  private final PollingHandler follow;
  private final FindSafetyBackup find;
  private final StartHandler setOut;
  private final RequestUpdater changes;

  TakeSafetyBackup(
      StartReconciliationHandler resume,
      PollingHandler follow,
      FindSafetyBackup find,
      StartHandler setOut,
      RequestUpdater changes) {
    this.resume = resume;
    this.follow = follow;
    this.find = find;
    this.setOut = setOut;
    this.changes = changes;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    SafetyBackup backup = request.safetyBackup().orElseThrow();
    if (backup.state() != StepState.SUCCEEDED && find.takesTooLong(backup)) {
      return find.giveUp(request.safetyBackupStep());
    }
    return switch (backup.state()) {
      case STARTING -> resume.find(request.safetyBackupStep());
      case RUNNING -> follow.look(request.safetyBackupStep());
      case VERIFYING -> find.look(request.safetyBackupStep());
      case SUCCEEDED -> startWhenUsable(request, backup.created().orElseThrow());
      case PENDING, FAILED, UNKNOWN -> DONE;
    };
  }

  private Optional<Duration> startWhenUsable(Request request, CreatedBackup kept) {
    Instant now = changes.now();
    return now.isBefore(kept.usableAt())
        ? Optional.of(Duration.between(now, kept.usableAt()))
        : setOut.handle(request);
  }
}
