package dev.holdfast.execution;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.ChangedRequestException;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.support.LogContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Takes a request one step further, whatever state it is found in. */
@Component
public class RequestWorker {

  private final RequestRepository requests;
  private final List<RequestHandler> handlers;
  private final SafetyBackupDeadline deadline;
  private final QueueHandler queue;
  private final ChangedRequestHandler changed;

  RequestWorker(
      RequestRepository requests,
      List<RequestHandler> handlers,
      SafetyBackupDeadline deadline,
      QueueHandler queue,
      ChangedRequestHandler changed) {
    this.requests = requests;
    this.handlers = handlers;
    this.deadline = deadline;
    this.queue = queue;
    this.changed = changed;
  }

  /** How long to wait before the next step; empty when the request needs no further driving. */
  public Optional<Duration> run(RequestId id) {
    return requests.find(id).flatMap(this::drive);
  }

  /**
   * The same for one of the tasks that a request may have: only the last drives it.
   *
   * @param settlement the version of the settlement for which the task was made; empty for the
   *     first task of a request
   */
  public Optional<Duration> run(RequestId id, OptionalLong settlement) {
    return requests
        .find(id)
        .filter(request -> lastSettlement(request).equals(settlement))
        .flatMap(this::drive);
  }

  private static OptionalLong lastSettlement(Request request) {
    return request
        .resolution()
        .last()
        .map(said -> OptionalLong.of(said.version()))
        .orElse(OptionalLong.empty());
  }

  /** What was changed in memory when the exception came isn't stored, and isn't looked at again. */
  private Optional<Duration> drive(Request request) {
    try (LogContext operation = LogContext.operation(lastOperation(request))) {
      return handle(request);
    } catch (ChangedRequestException e) {
      return changed.stop(request.id(), e);
    }
  }

  /** The one that is followed; empty before the service has taken an order. */
  private static String lastOperation(Request request) {
    return request.transitions().stream()
        .flatMap(step -> step.progress().stream())
        .flatMap(progress -> progress.operationId().stream())
        .reduce((earlier, later) -> later)
        .orElse("");
  }

  private Optional<Duration> handle(Request request) {
    RequestState before = request.state();
    Optional<Duration> pause = deadline.isOver(request) ? deadline.giveUp(request) : next(request);
    // An end may leave something to look at: the handler of its own state goes on from there.
    return pause.isEmpty() && request.state() != before ? handle(request) : pause;
  }

  private Optional<Duration> next(Request request) {
    return queue.isHeld(request) ? queue.hold(request) : handleByState(request);
  }

  private Optional<Duration> handleByState(Request request) {
    return handlers.stream()
        .filter(handler -> handler.handles(request))
        .findFirst()
        .flatMap(handler -> handler.handle(request));
  }
}
