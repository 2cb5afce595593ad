package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.execution.poll.UsualDurations;
import dev.holdfast.message.Message;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What to do when a poll doesn't tell how the operation goes: the service is silent, or its status
 * isn't known. What may be ordered twice is then read from the environment itself; anything else is
 * for a person to resolve in the end.
 */
@Component
class UnclearPollHandler {

  private final StalledOperationDetector stalled;
  private final RepeatableCalls repeatable;
  private final RequestUpdater updater;
  private final UsualDurations usual;
  private final ExecutionProperties settings;

  UnclearPollHandler(
      StalledOperationDetector stalled,
      RepeatableCalls repeatable,
      RequestUpdater updater,
      UsualDurations usual,
      ExecutionProperties settings) {
    this.stalled = stalled;
    this.repeatable = repeatable;
    this.updater = updater;
    this.usual = usual;
    this.settings = settings;
  }

  /** Whether silence is still usual. */
  boolean isEarly(StepTransitions call) {
    Instant seenAt = call.progress().orElseThrow().seenAt();
    return !updater.now().isAfter(seenAt.plus(settings.operationListingDelay()));
  }

  /** It is over, and the service doesn't say how. */
  Optional<Duration> onEnded(StepTransitions call, AdminOperation operation) {
    if (repeatable.include(call)) {
      return repeatable.verify(call);
    }
    stalled.handOverEnded(call, operation);
    return StateHandler.DONE;
  }

  /**
   * The status isn't known.
   *
   * @param pause until the next poll
   */
  Optional<Duration> onUnrecognized(
      StepTransitions call, AdminOperation operation, Duration pause) {
    if (repeatable.include(call)) {
      return isIdle(call) ? repeatable.verify(call) : Optional.of(pause);
    }
    return stalled.handOverIdle(call, operation) ? StateHandler.DONE : Optional.of(pause);
  }

  private boolean isIdle(StepTransitions call) {
    return call.progress()
        .flatMap(OperationProgress::statusSince)
        .filter(since -> updater.now().isAfter(since.plus(settings.unknownStatusTimeout())))
        .isPresent();
  }

  /** The operation wasn't seen. */
  Optional<Duration> onTrouble(StepTransitions call, Message why, Optional<Duration> retryAfter) {
    boolean isLost = settings.isLost(call.recordNoResponse(updater.now(), settings.away()));
    if (repeatable.include(call) && isUnseenForTooLong(call)) {
      return repeatable.verify(call);
    }
    if (isLost && !repeatable.include(call)) {
      becomeUnknown(call, why);
      return StateHandler.DONE;
    }
    if (call.request().waitReason().isEmpty()) {
      // Told once: while the service flaps between one trouble and another, nobody wants a card
      // update for each look.
      updater.waitFor(call.request(), why.then(Message.of("poll.keepsAsking")));
    } else {
      updater.saveQuietly(call.request());
    }
    return retryAfter.or(() -> Optional.of(usual.interval()));
  }

  private boolean isUnseenForTooLong(StepTransitions call) {
    Instant seenAt = call.progress().orElseThrow().seenAt();
    return updater.now().isAfter(seenAt.plus(settings.leaveAdminModeTimeout()));
  }

  private void becomeUnknown(StepTransitions call, Message why) {
    updater.save(
        call,
        call.outcomeUnknown(
            new Outcome(
                updater.now(),
                Message.of("outcome.lost", "reason", why),
                Optional.empty(),
                Optional.empty(),
                true)));
  }
}
