package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.execution.poll.ProgressMapper;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * STARTING, found again: after a crash, or after a call whose answer was lost. The call is not made
 * again before the service has shown that it started nothing.
 */
@Component
class StartReconciliationHandler implements RequestHandler {

  private static final Logger log = LoggerFactory.getLogger(StartReconciliationHandler.class);

  private final LostCallFinder lostCalls;
  private final StartRetryPolicy retryPolicy;
  private final RepeatableCalls repeatable;
  private final RequestUpdater updater;
  private final StartProperties settings;

  StartReconciliationHandler(
      LostCallFinder lostCalls,
      StartRetryPolicy retryPolicy,
      RepeatableCalls repeatable,
      RequestUpdater updater,
      StartProperties settings) {
    this.lostCalls = lostCalls;
    this.retryPolicy = retryPolicy;
    this.repeatable = repeatable;
    this.updater = updater;
    this.settings = settings;
  }

  @Override
  public boolean handles(Request request) {
    return request.state().isExecuting() && request.nextStep().run().state() == StepState.STARTING;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    return find(request.nextStep());
  }

  /**
   * Looks for what a call has started. The time is taken before the look: what the service doesn't
   * show proves nothing at a later time, and this process may pause in between.
   */
  private Optional<Duration> find(StepTransitions call) {
    Instant before = updater.now();
    LostCallSearchResult trace;
    try {
      trace = lostCalls.find(call);
    } catch (AdminApiException e) {
      return onUnreadable(call, e);
    }
    if (trace instanceof LostCallSearchResult.Found ours) {
      return adopt(call, ours.operation());
    } else if (trace instanceof LostCallSearchResult.BackupFound) {
      return adopt(call, "start.found.backup");
    } else if (trace instanceof LostCallSearchResult.EffectFound) {
      return adopt(call, "start.found.effect");
    }
    Optional<Duration> onItsWay = retryPolicy.stillOnItsWay(call, before);
    if (onItsWay.isPresent()) {
      return onItsWay;
    } else if (trace instanceof LostCallSearchResult.Ambiguous unclear) {
      return askAPerson(call, unclear.operations());
    }
    return repeatable.include(call)
        ? repeatable.callAgain(call)
        : retryPolicy.nothingShown(call, before);
  }

  private Optional<Duration> onUnreadable(StepTransitions call, AdminApiException e) {
    return repeatable.include(call)
        ? repeatable.waitOrFail(call, Message.of("start.notSeen"), e)
        : retryPolicy.unreadable(
            call,
            Message.plain(e.getMessage()),
            e.answer().retryAfter().orElse(settings.retryInterval()));
  }

  private Optional<Duration> adopt(StepTransitions call, AdminOperation operation) {
    log.info("{}: operation {} is ours, it is followed", call.request().id(), operation.id());
    Instant now = updater.now();
    Instant startedAt = operation.createdAt().orElse(now);
    updater.save(
        call,
        call.accepted(
            ProgressMapper.of(operation, startedAt, now),
            StoredMessage.english(Message.of("start.found.operation")),
            now));
    return AT_ONCE;
  }

  /**
   * There is no operation to follow.
   *
   * @param how code of the message that says how it was found
   */
  private Optional<Duration> adopt(StepTransitions call, String how) {
    Instant now = updater.now();
    OperationAccepted made =
        new OperationAccepted(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    updater.save(
        call,
        call.accepted(
            ProgressMapper.first(made, now), StoredMessage.english(Message.of(how)), now));
    return AT_ONCE;
  }

  private Optional<Duration> askAPerson(StepTransitions call, List<AdminOperation> operations) {
    Instant now = updater.now();
    List<String> ids = operations.stream().map(AdminOperation::id).toList();
    updater.save(
        call,
        call.outcomeUnknown(
            new Outcome(
                now,
                Message.of(
                    "outcome.ambiguous",
                    "operations",
                    ids,
                    "environment",
                    call.spec().affected().displayName()),
                Optional.empty(),
                Optional.empty(),
                true),
            operations.stream().map(found -> ProgressMapper.candidate(found, now)).toList()));
    return DONE;
  }
}
