package dev.holdfast.request.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One stage, with the service's own word for how it stands.
 *
 * @param startedAt as the service says, or else when it was first seen to have begun
 * @param endedAt the same of its end
 */
public record OperationStage(
    String name,
    StageStatus status,
    String serviceStatus,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  /** Of which the service gives no times. */
  public OperationStage(String name, StageStatus status, String serviceStatus) {
    this(name, status, serviceStatus, Optional.empty(), Optional.empty());
  }

  OperationStage mergedWith(List<OperationStage> before, Instant seenAt) {
    Optional<OperationStage> same =
        before.stream().filter(stage -> stage.name().equals(name)).findFirst();
    boolean ended = status == StageStatus.DONE || status == StageStatus.FAILED;
    Optional<Instant> started = startedAt.or(() -> same.flatMap(OperationStage::startedAt));
    Optional<Instant> over = endedAt.or(() -> same.flatMap(OperationStage::endedAt));
    return new OperationStage(
        name,
        status,
        serviceStatus,
        status == StageStatus.WAITING || (ended && same.isEmpty())
            ? started
            : started.or(() -> Optional.of(seenAt)),
        ended ? over.or(() -> Optional.of(seenAt)) : Optional.empty());
  }

  boolean isSameAs(OperationStage other) {
    return name.equals(other.name)
        && status == other.status
        && serviceStatus.equals(other.serviceStatus);
  }
}
