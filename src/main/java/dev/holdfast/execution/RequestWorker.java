package dev.holdfast.execution;

import dev.holdfast.execution.PollingHandler;
import dev.holdfast.execution.ResolutionHandler;
import dev.holdfast.execution.StartHandler;
import dev.holdfast.execution.StartReconciliationHandler;
import dev.holdfast.execution.StateHandler;
import dev.holdfast.execution.TakeSafetyBackup;
import dev.holdfast.execution.TargetInspector;
import dev.holdfast.execution.VerificationHandler;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestRepository;
import dev.holdfast.request.RequestState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Takes a request one step further, whatever state it is found in. */
@Component
class RequestWorker {

  private final RequestRepository requests;
  private final Map<RequestState, StateHandler> steps;

  RequestWorker(
      RequestRepository requests,
      StartHandler setOut,
      TakeSafetyBackup takeSafetyBackup,
      StartReconciliationHandler resume,
      PollingHandler follow,
      VerificationHandler verify,
      TargetInspector lookAtMode,
      ResolutionHandler lookUp) {
    this.requests = requests;
    this.steps =
        Map.of(
            RequestState.APPROVED, setOut,
            RequestState.SAFETY_BACKUP, takeSafetyBackup,
            RequestState.STARTING, resume,
            RequestState.RUNNING, follow,
            RequestState.VERIFYING, verify,
            RequestState.FAILED, lookAtMode,
            RequestState.UNKNOWN, lookUp);
  }

  /** How long to wait before the next step; empty when the request needs no further driving. */
  Optional<Duration> run(RequestId id) {
    return requests.find(id).flatMap(this::handle);
  }

  /**
   * The same for one of the tasks that a request may have: only the last drives it.
   *
   * @param settlement the version of the settlement for which the task was made; empty for the
   *     first task of a request
   */
  Optional<Duration> run(RequestId id, OptionalLong settlement) {
    return requests
        .find(id)
        .filter(request -> lastSettlement(request).equals(settlement))
        .flatMap(this::handle);
  }

  private static OptionalLong lastSettlement(Request request) {
    return request
        .resolution()
        .last()
        .map(said -> OptionalLong.of(said.version()))
        .orElse(OptionalLong.empty());
  }

  private Optional<Duration> handle(Request request) {
    RequestState before = request.state();
    Optional<Duration> pause =
        Optional.ofNullable(steps.get(before)).flatMap(step -> step.handle(request));
    // An end may leave something to look at: the steps of its own state go on from there.
    return pause.isEmpty() && request.state() != before ? handle(request) : pause;
  }
}
