package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Optional;

/**
 * One call of the admin API in the plan of a request, and how far it is. It changes by the rows of
 * {@link StepTransition#TABLE} alone.
 *
 * @param spec what is ordered
 * @param start empty before the first intent to call
 * @param progress of the operation, once the service took the order
 * @param verificationStartedAt since when its end is verified; empty before, and in what was stored
 *     before this was kept
 * @param created the backup that it has made, where it makes one before another step
 */
public record StepRun(
    StepRole role,
    OperationSpec spec,
    StepState state,
    Optional<StepStart> start,
    Optional<OperationProgress> progress,
    Optional<Instant> verificationStartedAt,
    Optional<CreatedBackup> created) {

  public static StepRun pending(StepRole role, OperationSpec spec) {
    return new StepRun(
        role,
        spec,
        StepState.PENDING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the admin API may be at work on it. */
  public boolean isExecuting() {
    return state == StepState.STARTING
        || state == StepState.RUNNING
        || state == StepState.VERIFYING;
  }

  /** When the intent to call was committed last; empty before. */
  public Optional<Instant> startCommittedAt() {
    return start.map(StepStart::lastCommittedAt);
  }

  /** Whether what comes after it may begin. */
  public boolean isDoneAt(Instant now) {
    return state == StepState.SUCCEEDED
        && created.filter(backup -> now.isBefore(backup.usableAt())).isEmpty();
  }

  public StepRun in(StepState next) {
    return new StepRun(role, spec, next, start, progress, verificationStartedAt, created);
  }

  public StepRun with(StepStart called) {
    return new StepRun(
        role, spec, state, Optional.of(called), progress, verificationStartedAt, created);
  }

  public StepRun with(Optional<OperationProgress> seen) {
    return new StepRun(role, spec, state, start, seen, verificationStartedAt, created);
  }

  public StepRun with(CreatedBackup backup) {
    return new StepRun(
        role, spec, state, start, progress, verificationStartedAt, Optional.of(backup));
  }

  public StepRun verifiedSince(Optional<Instant> since) {
    return new StepRun(role, spec, state, start, progress, since, created);
  }

  /** As before anything was begun. */
  public StepRun reset() {
    return pending(role, spec);
  }
}
