package dev.holdfast.execution;

import dev.holdfast.platform.Operation;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.Started;
import dev.holdfast.request.Call;
import dev.holdfast.request.Doubt;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Progress.Standing;
import dev.holdfast.request.Request;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From what the admin API shows of an operation to what a request remembers of it, and back. */
final class Seen {

  private Seen() {}

  /** Right after the order: nothing has been seen yet. */
  static Progress first(Started started, Instant now) {
    return new Progress(
        started.operation().map(ref -> ref.statusUrl().toString()),
        Optional.empty(),
        "Accepted",
        List.of(),
        now,
        now);
  }

  static Progress of(Operation operation, Instant startedAt, Instant now) {
    Progress seen = progress(operation, startedAt, now);
    return operation.state() == Operation.State.UNKNOWN ? seen.withUnrecognizedWord() : seen;
  }

  private static Progress progress(Operation operation, Instant startedAt, Instant now) {
    return new Progress(
        Optional.of(operation.ref().statusUrl().toString()),
        Optional.of(operation.id()),
        operation.stateWord(),
        operation.stages().stream()
            .map(
                stage ->
                    new Progress.Stage(
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
  static Doubt.Candidate candidate(Operation operation, Instant now) {
    return new Doubt.Candidate(
        operation.id(),
        operation.type(),
        operation.stateWord(),
        operation.createdAt(),
        operation.requestedBy().map(Operation.Principal::displayName).orElse(""),
        of(operation, operation.createdAt().orElse(now), now));
  }

  /** Where to look; empty when the service named no operation. */
  static Optional<OperationRef> ref(Call call) {
    return call.progress().flatMap(progress -> ref(call.request(), progress));
  }

  /** The same of another operation on the environment that the request changes. */
  static Optional<OperationRef> ref(Request request, Progress progress) {
    String environment = request.terms().work().affected().id();
    return progress.statusUrl().map(url -> new OperationRef(environment, URI.create(url)));
  }

  /** A word that we do not know counts as running: it is shown as it is and followed further. */
  private static Standing standing(Operation.State state) {
    return switch (state) {
      case NOT_STARTED -> Standing.WAITING;
      case RUNNING, UNKNOWN, ENDED -> Standing.RUNNING;
      case SUCCEEDED -> Standing.DONE;
      case FAILED -> Standing.FAILED;
    };
  }
}
