package dev.holdfast.request.store;

import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.StartAttempts;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepStart;
import dev.holdfast.request.step.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a request's document that tell how far its steps are. They are older than the plan
 * of steps: what they don't say follows from the request's state.
 *
 * @param attempts of the step that was begun last
 */
record StepFields(
    Optional<Instant> startCommittedAt,
    Optional<ProgressDocument> progress,
    Optional<StartAttempts> attempts,
    Optional<Instant> verificationStartedAt,
    Optional<SafetyBackupDocument> safetyBackup) {

  static StepFields of(List<StepRun> steps) {
    StepRun main = steps.get(steps.size() - 1);
    Optional<StepRun> before = steps.stream().filter(step -> step != main).findFirst();
    Optional<StepRun> begunLast =
        before.filter(step -> isBegun(step) && !isTaken(step)).or(() -> Optional.of(main));
    return new StepFields(
        main.startCommittedAt(),
        main.progress().map(ProgressDocument::of),
        begunLast
            .flatMap(StepRun::start)
            .or(() -> before.flatMap(StepRun::start))
            .map(StepStart::attempts),
        main.verificationStartedAt(),
        before.filter(StepFields::isBegun).map(SafetyBackupDocument::of));
  }

  private static boolean isBegun(StepRun step) {
    return step.start().isPresent();
  }

  private static boolean isTaken(StepRun step) {
    return step.state() == StepState.SUCCEEDED;
  }

  /**
   * @param plan the steps before anything was begun
   */
  List<StepRun> toSteps(List<StepRun> plan, RequestState state) {
    return plan.stream()
        .map(step -> step.role() == StepRole.MAIN ? main(step, state) : before(step, state))
        .toList();
  }

  private StepRun main(StepRun step, RequestState state) {
    Optional<StepStart> start =
        startCommittedAt.map(
            at -> new StepStart(at, ofSafetyBackup() ? StartAttempts.first(at) : attempts(at)));
    return new StepRun(
        StepRole.MAIN,
        step.spec(),
        mainState(state),
        start,
        progress.map(ProgressDocument::toProgress),
        verificationStartedAt,
        Optional.empty());
  }

  private StartAttempts attempts(Instant committedAt) {
    return attempts.orElseGet(() -> StartAttempts.first(committedAt));
  }

  /** What was to come after a safety backup that failed was never started. */
  private StepState mainState(RequestState state) {
    return switch (state) {
      case STARTING -> StepState.STARTING;
      case RUNNING -> StepState.RUNNING;
      case VERIFYING -> StepState.VERIFYING;
      case SUCCEEDED -> StepState.SUCCEEDED;
      case UNKNOWN -> StepState.UNKNOWN;
      case FAILED -> ofSafetyBackup() ? StepState.PENDING : StepState.FAILED;
      default -> StepState.PENDING;
    };
  }

  private boolean ofSafetyBackup() {
    return safetyBackup.filter(backup -> !backup.isTaken()).isPresent();
  }

  private StepRun before(StepRun step, RequestState state) {
    return safetyBackup
        .map(
            backup ->
                backup.toStep(
                    step,
                    state == RequestState.FAILED && !backup.isTaken(),
                    startCommittedAt.isEmpty() || ofSafetyBackup() ? attempts : Optional.empty()))
        .orElse(step);
  }
}
