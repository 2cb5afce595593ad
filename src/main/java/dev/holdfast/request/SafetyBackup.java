package dev.holdfast.request;

import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.RequestId;

import java.time.Instant;
import java.util.Optional;

/**
 * The manual backup of the target that is made before it is overwritten, and the way back from it.
 *
 * @param label with the request's id: only by it the backup can be found again
 * @param begunAt when the intent to order it was made first
 * @param intendedAt when that intent was made last
 * @param progress of its operation, once the service took the order
 * @param kept the backup, once the service lists it
 */
public record SafetyBackup(
    String label,
    Phase phase,
    Instant begunAt,
    Instant intendedAt,
    Optional<OperationProgress> progress,
    Optional<CreatedBackup> kept) {

  /** Where it stands; the names of a request's states where the same happens. */
  public enum Phase {
    STARTING,
    RUNNING,
    VERIFYING,
    /** The service lists it. */
    TAKEN
  }

  static SafetyBackup of(RequestId request, Instant now) {
    return new SafetyBackup(
        "Holdfast " + request + " before restore",
        Phase.STARTING,
        now,
        now,
        Optional.empty(),
        Optional.empty());
  }

  SafetyBackup intendedAgain(Instant now) {
    return new SafetyBackup(label, phase, begunAt, now, progress, kept);
  }

  SafetyBackup in(Phase next) {
    return new SafetyBackup(label, next, begunAt, intendedAt, progress, kept);
  }

  SafetyBackup seen(OperationProgress seen) {
    return new SafetyBackup(label, Phase.RUNNING, begunAt, intendedAt, Optional.of(seen), kept);
  }

  SafetyBackup taken(CreatedBackup listed) {
    return new SafetyBackup(label, Phase.TAKEN, begunAt, intendedAt, progress, Optional.of(listed));
  }

  /** Whether a restore may begin that this backup is the way back from. */
  public boolean usableAt(Instant now) {
    return kept.filter(listed -> !now.isBefore(listed.usableAt())).isPresent();
  }
}
