package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.OutgoingCall;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.execution.guard.CallGuards;
import dev.holdfast.execution.guard.CallRecorder;
import dev.holdfast.execution.guard.CallRoute;
import dev.holdfast.execution.guard.CheckTime;
import dev.holdfast.execution.guard.StaleCallException;
import dev.holdfast.execution.poll.ProgressMapper;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.event.RequestTraces;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.support.tracing.OpenSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one place that calls the admin API to start something. It expects that the intent is
 * committed; see {@link StartHandler} and {@link StartReconciliationHandler}.
 */
@Component
class OperationStarter {

  private static final Logger log = LoggerFactory.getLogger(OperationStarter.class);

  /** Of the body of a call, on the card of a rehearsal. */
  private static final int MOST_SHOWN = 250;

  private final AdminApi api;
  private final OperationCatalog operations;
  private final CallFailureHandler failures;
  private final RequestUpdater updater;
  private final CallGuards guards;
  private final RequestTraces traces;

  OperationStarter(
      AdminApi api,
      OperationCatalog operations,
      CallFailureHandler failures,
      RequestUpdater updater,
      CallGuards guards,
      RequestTraces traces) {
    this.api = api;
    this.operations = operations;
    this.failures = failures;
    this.updater = updater;
    this.guards = guards;
    this.traces = traces;
  }

  /** To be asked before the checks that precede a call. */
  CheckTime checkTime() {
    return guards.now();
  }

  /** See {@link CallGuards#endedBy}. */
  Instant endedBy(StepTransitions call) {
    return guards.endedBy(call);
  }

  /**
   * Ends a rehearsal, with what would be sent now. Throws what the admin API throws when that can't
   * be read.
   */
  Optional<Duration> rehearse(Request request) {
    List<Message> calls = new ArrayList<>();
    calls.add(Message.of("outcome.rehearsed", "calls", request.steps().size()));
    for (StepRun step : request.steps()) {
      OutgoingCall call = CallRecorder.record(operations.of(step.spec()), api);
      calls.add(message(calls.size(), call));
    }
    log.info("{} is a rehearsal: nothing is called", request.id());
    updater.save(request, request.approval().endRehearsal(Message.sentences(calls), updater.now()));
    return StateHandler.DONE;
  }

  private static Message message(int position, OutgoingCall call) {
    return call.body().isEmpty()
        ? Message.of(
            "outcome.rehearsed.bareCall",
            "position",
            position,
            "method",
            call.method(),
            "path",
            call.path())
        : Message.of(
            "outcome.rehearsed.call",
            "position",
            position,
            "method",
            call.method(),
            "path",
            call.path(),
            "body",
            shortened(call.body()));
  }

  private static String shortened(String body) {
    return body.length() <= MOST_SHOWN
        ? body
        : body.substring(0, body.offsetByCodePoints(0, body.codePointCount(0, MOST_SHOWN))) + "…";
  }

  /**
   * Calls, if the intent is still ours and its checks are fresh when the call is sent.
   *
   * @param checked when the checks before the intent began
   */
  Optional<Duration> start(StepTransitions call, CheckTime checked) {
    log.info("{} now calls the admin API: {}", call.request().id(), call.spec().kind());
    try (OpenSpan span = traces.start(call.request().id())) {
      OperationAccepted started =
          operations
              .of(call.spec())
              .start(CallRoute.of(call, api).guardedBy(guards.of(call, checked)));
      Instant now = updater.now();
      updater.save(
          call,
          call.accepted(
              ProgressMapper.first(started, now),
              started.correlationId(),
              StoredMessage.english(Message.of("start.accepted")),
              now));
      return started.retryAfter().or(() -> StateHandler.AT_ONCE);
    } catch (StaleCallException e) {
      log.warn("{}: the call isn't sent: {}", call.request().id(), e.getMessage());
      return StateHandler.AT_ONCE;
    } catch (AdminApiException e) {
      return failures.handle(call, e);
    }
  }
}
