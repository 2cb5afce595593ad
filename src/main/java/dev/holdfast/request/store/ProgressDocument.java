package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.StageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The progress of an operation as it is stored. */
record ProgressDocument(
    Optional<String> statusUrl,
    Optional<String> operationId,
    @JsonProperty("stateWord") String serviceStatus,
    List<StageDocument> stages,
    Instant startedAt,
    Instant seenAt,
    @JsonProperty("wordSince") Optional<Instant> statusSince,
    boolean unrecognized) {

  static ProgressDocument of(OperationProgress progress) {
    return new ProgressDocument(
        progress.statusUrl(),
        progress.operationId(),
        progress.serviceStatus(),
        progress.stages().stream().map(StageDocument::of).toList(),
        progress.startedAt(),
        progress.seenAt(),
        progress.statusSince(),
        progress.unrecognized());
  }

  OperationProgress toProgress() {
    return new OperationProgress(
        statusUrl,
        operationId,
        serviceStatus,
        stages.stream().map(StageDocument::toStage).toList(),
        startedAt,
        seenAt,
        statusSince,
        unrecognized);
  }

  /** A stage as it is stored. */
  record StageDocument(
      String name,
      @JsonProperty("standing") StageStatus status,
      @JsonProperty("word") String serviceStatus,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {

    static StageDocument of(OperationStage stage) {
      return new StageDocument(
          stage.name(), stage.status(), stage.serviceStatus(), stage.startedAt(), stage.endedAt());
    }

    OperationStage toStage() {
      return new OperationStage(name, status, serviceStatus, startedAt, endedAt);
    }
  }
}
