package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * VERIFYING of a safety backup: waits until the service lists it. Only then can the rest be undone.
 */
@Component
class SafetyBackupVerificationHandler implements RequestHandler {

  private final LostCallFinder lostCalls;
  private final PreflightService preflight;
  private final RequestUpdater updater;
  private final Duration interval;

  SafetyBackupVerificationHandler(
      LostCallFinder lostCalls,
      PreflightService preflight,
      RequestUpdater updater,
      AdminApiUsageProperties platform) {
    this.lostCalls = lostCalls;
    this.preflight = preflight;
    this.updater = updater;
    this.interval = platform.pollInterval();
  }

  @Override
  public boolean handles(Request request) {
    return request.state() == RequestState.SAFETY_BACKUP
        && request.nextStep().run().state() == StepState.VERIFYING;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    StepTransitions call = request.safetyBackupStep();
    try {
      Optional<Backup> made = lostCalls.findBackup(call);
      if (made.isPresent()) {
        updater.save(call, call.taken(kept(call, made.get()), updater.now()));
        return AT_ONCE;
      }
    } catch (AdminApiException e) {
      updater.waitFor(
          call.request(), Message.of("safetyBackup.unreadable", "error", e.getMessage()));
      return e.answer().retryAfter().or(() -> Optional.of(interval));
    }
    updater.waitFor(call.request(), Message.of("safetyBackup.notListed"));
    return Optional.of(interval);
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
