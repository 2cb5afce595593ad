package dev.holdfast.execution.poll;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.CandidateOperation;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.StageStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From what the admin API shows of an operation to what a request remembers of it, and back. */
public final class ProgressMapper {

  private ProgressMapper() {}

  /** Right after the order: nothing has been seen yet. */
  public static OperationProgress first(OperationAccepted started, Instant now) {
    return new OperationProgress(
        started.operation().map(ref -> ref.statusUrl().toString()),
        Optional.empty(),
        "Accepted",
        List.of(),
        now,
        now);
  }

  public static OperationProgress of(AdminOperation operation, Instant startedAt, Instant now) {
    OperationProgress seen = progress(operation, startedAt, now);
    return operation.state() == AdminOperation.State.UNKNOWN ? seen.withUnrecognizedStatus() : seen;
  }

  private static OperationProgress progress(
      AdminOperation operation, Instant startedAt, Instant now) {
    return new OperationProgress(
        Optional.of(operation.ref().statusUrl().toString()),
        Optional.of(operation.id()),
        operation.stateWord(),
        operation.stages().stream()
            .map(
                stage ->
                    new OperationStage(
                        stage.name(),
                        standing(stage.state()),
                        stage.stateWord(),
                        stage.startedAt(),
                        stage.state().ended() ? stage.lastActionAt() : Optional.empty()))
            .toList(),
        startedAt,
        now);
  }

  /** An operation of which a person may say that it is ours. */
  public static CandidateOperation candidate(AdminOperation operation, Instant now) {
    return new CandidateOperation(
        operation.id(),
        operation.type(),
        operation.stateWord(),
        operation.createdAt(),
        operation.requestedBy().map(AdminOperation.Principal::displayName).orElse(""),
        of(operation, operation.createdAt().orElse(now), now));
  }

  /** Where to look; empty when the service named no operation. */
  public static Optional<OperationLocator> ref(StepTransitions call) {
    String environment = call.spec().affected().id();
    return call.progress()
        .flatMap(OperationProgress::statusUrl)
        .map(url -> new OperationLocator(environment, URI.create(url)));
  }

  /** A word that we do not know counts as running: it is shown as it is and followed further. */
  private static StageStatus standing(AdminOperation.State state) {
    return switch (state) {
      case NOT_STARTED -> StageStatus.WAITING;
      case RUNNING, UNKNOWN, ENDED -> StageStatus.RUNNING;
      case SUCCEEDED -> StageStatus.DONE;
      case FAILED -> StageStatus.FAILED;
    };
  }
}
