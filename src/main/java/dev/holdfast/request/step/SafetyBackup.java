package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Optional;

/**
 * The manual backup of the target that is made before it is overwritten, and from which that can be
 * undone.
 *
 * @param label with the request's id: only by it the backup can be found again
 * @param state of the step that makes it
 * @param firstCommittedAt when the intent to order it was committed first
 * @param progress of its operation, once the service took the order
 * @param created the backup, once the service lists it
 */
public record SafetyBackup(
    String label,
    StepState state,
    Instant firstCommittedAt,
    Optional<OperationProgress> progress,
    Optional<CreatedBackup> created) {

  /** As a step makes it; empty before it was begun. */
  public static Optional<SafetyBackup> of(StepRun step) {
    return step.role() == StepRole.BEFORE
        ? step.start()
            .map(
                start ->
                    new SafetyBackup(
                        step.spec().marker().orElse(""),
                        step.state(),
                        start.firstCommittedAt(),
                        step.progress(),
                        step.created()))
        : Optional.empty();
  }
}
