package dev.holdfast.request;

import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.step.TargetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the end of a request leaves behind on the target. Each method that returns an event is a
 * transition of the {@link Request} that it came from.
 */
public final class CompletedRequest {

  /**
   * So long after a failure that may have overwritten something nobody should try again (rule R25).
   */
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(30);

  private final Request request;

  CompletedRequest(Request request) {
    this.request = request;
  }

  /** Whether it is over and the target was overwritten, or may have been in part. */
  public boolean hasOverwritten() {
    return request.state().isClosed()
        && request.details().spec().overwrites()
        && request.outcome().filter(Outcome::serviceStarted).isPresent();
  }

  /** The safety backup with which it can be undone; empty when there is none any more. */
  public Optional<CreatedBackup> wayBack(Instant now) {
    return hasOverwritten()
        ? request.safetyBackup().flatMap(SafetyBackup::created).filter(kept -> kept.livesAt(now))
        : Optional.empty();
  }

  /**
   * From when on the same can be requested again; empty when it isn't to be. After a failure Power
   * Platform needs half an hour (rule R25).
   */
  public Optional<Instant> againFrom() {
    boolean failed = request.state() == RequestState.FAILED;
    return failed || request.resolution().isGivenUp()
        ? request.outcome().map(end -> failed ? restFrom(end) : end.at())
        : Optional.empty();
  }

  /** From when on the target can be overwritten again; at once unless it failed. */
  public Instant restorableFrom() {
    Outcome end = request.outcome().orElseThrow();
    return request.state() == RequestState.FAILED ? restFrom(end) : end.at();
  }

  /** Whether the same can be requested again now. */
  public boolean canBeRequestedAgain(Instant now) {
    return againFrom().filter(from -> !now.isBefore(from)).isPresent();
  }

  /** Whether its safety backup can be restored now. */
  public boolean canBeUndone(Instant now) {
    return wayBack(now).isPresent() && !now.isBefore(restorableFrom());
  }

  private Instant restFrom(Outcome end) {
    return hasOverwritten() ? end.at().plus(AFTER_A_FAILURE) : end.at();
  }

  /** Whether overwriting it did not end well, and nobody has looked at the target since. */
  public boolean targetIsToBeSeen() {
    return (request.state() == RequestState.FAILED || request.state() == RequestState.UNKNOWN)
        && hasOverwritten()
        && request.targetObservation().isEmpty();
  }

  /** After an end that was no success the target was read. */
  public RequestEvent targetSeen(TargetObservation target) {
    return request.apply(
        RequestTrigger.TARGET_SEEN,
        Attempt.ofWorker(target.at()),
        target.state(),
        () -> request.data().targetObservation = Optional.of(target));
  }

  /**
   * Whether it ended without success after the service had begun, so that the target may be in
   * administration mode and somebody has to look.
   */
  public boolean mayBeInAdministrationMode() {
    return request.state() != RequestState.SUCCEEDED
        && hasOverwritten()
        && request.administrationMode().isEmpty();
  }

  /** After an end that was no success the target was seen in administration mode. */
  public RequestEvent seenInAdministrationMode(boolean leavable, Instant now) {
    TargetAdminMode on =
        TargetAdminMode.seen(
            leavable, request.targetObservation().flatMap(TargetObservation::background), now);
    return request.apply(
        RequestTrigger.ADMIN_MODE_SEEN,
        Attempt.ofWorker(now),
        "",
        () -> request.data().administrationMode = Optional.of(on));
  }
}
