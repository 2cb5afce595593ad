package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.StartAttempts;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepStart;
import dev.holdfast.request.step.StepState;
import java.time.Instant;
import java.util.Optional;

/** The safety backup as it is stored. */
record SafetyBackupDocument(
    String label,
    Phase phase,
    @JsonProperty("begunAt") Instant firstCommittedAt,
    @JsonProperty("intendedAt") Instant startCommittedAt,
    Optional<ProgressDocument> progress,
    @JsonProperty("kept") Optional<CreatedBackup> created) {

  /** How far it is. */
  enum Phase {
    STARTING,
    RUNNING,
    VERIFYING,
    TAKEN
  }

  static SafetyBackupDocument of(StepRun step) {
    StepStart start = step.start().orElseThrow();
    return new SafetyBackupDocument(
        step.spec().marker().orElse(""),
        phase(step),
        start.firstCommittedAt(),
        start.lastCommittedAt(),
        step.progress().map(ProgressDocument::of),
        step.created());
  }

  /** That it failed is told by the request's state. */
  private static Phase phase(StepRun step) {
    return switch (step.state()) {
      case SUCCEEDED -> Phase.TAKEN;
      case RUNNING -> Phase.RUNNING;
      case VERIFYING -> Phase.VERIFYING;
      default -> step.progress().isPresent() ? Phase.RUNNING : Phase.STARTING;
    };
  }

  boolean isTaken() {
    return phase == Phase.TAKEN;
  }

  /**
   * @param planned the step before it was begun
   * @param attempts of its call, as far as they are known
   */
  StepRun toStep(StepRun planned, boolean failed, Optional<StartAttempts> attempts) {
    StepStart start =
        new StepStart(
            startCommittedAt, attempts.orElseGet(() -> StartAttempts.first(firstCommittedAt)));
    return new StepRun(
        StepRole.BEFORE,
        planned.spec(),
        failed ? StepState.FAILED : state(),
        Optional.of(start),
        progress.map(ProgressDocument::toProgress),
        Optional.empty(),
        created);
  }

  private StepState state() {
    return switch (phase) {
      case STARTING -> StepState.STARTING;
      case RUNNING -> StepState.RUNNING;
      case VERIFYING -> StepState.VERIFYING;
      case TAKEN -> StepState.SUCCEEDED;
    };
  }
}
