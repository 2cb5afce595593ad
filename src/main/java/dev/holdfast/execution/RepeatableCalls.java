package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Operations that do no harm when they are ordered twice. They wait with a word on the card, until
 * it takes too long; then they have failed, and can be asked for again. Their outcome is never
 * unknown, because that would hold the environment for nothing.
 */
@Component
class RepeatableCalls {

  private static final Logger log = LoggerFactory.getLogger(RepeatableCalls.class);

  private final OperationCatalog operations;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  RepeatableCalls(
      OperationCatalog operations, RequestUpdater updater, ExecutionProperties settings) {
    this.operations = operations;
    this.updater = updater;
    this.settings = settings;
  }

  boolean include(OperationSpec spec) {
    return operations.of(spec).isIdempotent();
  }

  boolean include(StepTransitions call) {
    return include(call.spec());
  }

  /** Until when it has to come to its start. */
  Instant startableUntil(StepTransitions call) {
    return startableSince(call).plus(settings.leaveAdminModeTimeout());
  }

  /** Since when it could start. What nobody has to approve also waits in the queue no longer. */
  private static Instant startableSince(StepTransitions call) {
    return call.spec().needsApproval()
        ? call.request().queue().startableSince()
        : call.request().details().submission().at();
  }

  /** Whether it has taken too long to get it started. */
  boolean isOverdue(StepTransitions call) {
    return updater.now().isAfter(startableUntil(call));
  }

  /** Waits for its start with a word on the card, until it has taken too long. */
  Optional<Duration> waitOrFail(StepTransitions call, Message why) {
    return waitOrFail(call, startableSince(call), why);
  }

  /** The same since another instant. */
  Optional<Duration> waitOrFail(StepTransitions call, Instant since, Message why) {
    if (isTooLong(since)) {
      return fail(call, tooLong(why), Optional.empty());
    }
    updater.waitFor(call.request(), why);
    return Optional.of(settings.retryInterval());
  }

  /** The same after the service gave no usable answer. */
  Optional<Duration> waitOrFail(StepTransitions call, Message doing, AdminApiException e) {
    return waitOrFail(call, startableSince(call), doing, e);
  }

  /** The same since another instant. */
  Optional<Duration> waitOrFail(
      StepTransitions call, Instant since, Message doing, AdminApiException e) {
    log.warn("{}: {} {}", call.request().id(), StoredMessage.english(doing), e.forLog());
    Message why = doing.then(Message.plain(e.getMessage()));
    if (isTooLong(since)) {
      return fail(call, tooLong(why), Optional.of(e));
    }
    updater.waitFor(call.request(), why);
    return e.answer().retryAfter().or(() -> Optional.of(settings.retryInterval()));
  }

  /** It isn't called. What was approved is voided, as it is where a call isn't repeatable. */
  Optional<Duration> giveUp(StepTransitions call, Message why) {
    if (!call.spec().needsApproval()) {
      return fail(call, why, Optional.empty());
    }
    log.info("{} is voided: {}", call.request().id(), StoredMessage.english(why));
    updater.save(call, call.request().approval().voidRequest(why, updater.now()));
    return StateHandler.DONE;
  }

  private boolean isTooLong(Instant since) {
    return updater.now().isAfter(since.plus(settings.leaveAdminModeTimeout()));
  }

  static Message tooLong(Message why) {
    return Message.of("outcome.tookTooLong").then(why);
  }

  /** Gives it up; it can be asked for again. */
  Optional<Duration> fail(
      StepTransitions call, Message message, Optional<AdminApiException> cause) {
    log.info("{} is given up: {}", call.request().id(), StoredMessage.english(message));
    if (call.request().details().isRehearsal()) {
      updater.save(call, call.request().approval().voidRequest(message, updater.now()));
      return StateHandler.DONE;
    }
    boolean refused = cause.filter(AdminApiException::refused).isPresent();
    boolean called = call.run().state() == StepState.STARTING && !refused;
    updater.save(
        call,
        call.fail(
            new Outcome(
                updater.now(),
                message,
                cause.flatMap(e -> CallFailureHandler.serviceWords(e.answer())),
                cause.flatMap(e -> e.answer().correlationId()),
                called || call.progress().isPresent())));
    return StateHandler.DONE;
  }

  /** Whether asking again won't help. */
  static boolean isForGood(AdminApiException e) {
    return switch (e.kind()) {
      case INVALID, NOT_FOUND, NO_CAPACITY, NOT_REGISTERED, FORBIDDEN -> true;
      case BUSY, NOT_YET, UNAUTHORIZED, REHEARSAL, THROTTLED, UNREACHABLE, UNAVAILABLE, GARBLED ->
          false;
    };
  }

  /** The service shows nothing of the call: it's made again, after all checks. */
  Optional<Duration> callAgain(StepTransitions call) {
    log.info("{}: the service shows nothing of the call; it is made again", call.request().id());
    updater.save(call, call.notStarted(Message.of("start.callAgain"), updater.now()));
    return StateHandler.AT_ONCE;
  }

  /** Whatever its operation says: only the environment shows whether it's done. */
  Optional<Duration> verify(StepTransitions call) {
    updater.save(call, call.beginVerification(updater.now()));
    return StateHandler.AT_ONCE;
  }
}
