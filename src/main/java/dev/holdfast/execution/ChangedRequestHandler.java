package dev.holdfast.execution;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.ChangedRequestException;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of a request that isn't stored as the audit log says, when its call was to be
 * committed: it ends without one. Where an earlier call may have begun something, a person must
 * look.
 */
@Component
class ChangedRequestHandler {

  private final RequestRepository requests;
  private final RequestUpdater updater;
  private final TransactionTemplate transaction;

  ChangedRequestHandler(
      RequestRepository requests, RequestUpdater updater, TransactionTemplate transaction) {
    this.requests = requests;
    this.updater = updater;
    this.transaction = transaction;
  }

  Optional<Duration> stop(RequestId id, ChangedRequestException why) {
    transaction.executeWithoutResult(
        status -> requests.lock(id).ifPresent(request -> stop(request, why)));
    return StateHandler.DONE;
  }

  private void stop(Request request, ChangedRequestException why) {
    Instant now = updater.now();
    Message reason = Message.of("start.changed");
    requests.publish(
        new AuditEvent(
            request.id(),
            AuditEventType.REQUEST_CHANGED,
            request.state(),
            Person.HOLDFAST,
            now,
            String.valueOf(why.getMessage())));
    requests.save(request, end(request, reason, now));
  }

  private static RequestEvent end(Request request, Message reason, Instant now) {
    return request.nextStep().run().state() == StepState.STARTING
        ? request
            .nextStep()
            .outcomeUnknown(new Outcome(now, reason, Optional.empty(), Optional.empty(), true))
        : request.approval().voidRequest(reason, now);
  }
}
