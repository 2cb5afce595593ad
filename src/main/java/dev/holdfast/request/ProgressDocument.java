package dev.holdfast.request;


import com.fasterxml.jackson.annotation.JsonProperty;
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
        progress.stateWord(),
        progress.stages().stream().map(StageDocument::of).toList(),
        progress.startedAt(),
        progress.seenAt(),
        progress.wordSince(),
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
      @JsonProperty("standing") OperationProgress.Standing status,
      @JsonProperty("word") String serviceStatus,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {

    static StageDocument of(OperationProgress.Stage stage) {
      return new StageDocument(
          stage.name(), stage.standing(), stage.word(), stage.startedAt(), stage.endedAt());
    }

    OperationProgress.Stage toStage() {
      return new OperationProgress.Stage(name, status, serviceStatus, startedAt, endedAt);
    }
  }
}
