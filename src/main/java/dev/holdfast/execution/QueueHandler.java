package dev.holdfast.execution;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.execution.queue.EnvironmentQueue;
import dev.holdfast.execution.queue.QueueBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How an approved request waits for its turn, always with a word on its card: what it waits for,
 * its place in line, and until when. The time in line does not count for its start.
 */
@Component
class QueueHandler {

  private final EnvironmentQueue environments;
  private final ApprovalRevalidator stillApproved;
  private final RequestUpdater updater;
  private final StartProperties settings;

  QueueHandler(
      EnvironmentQueue environments,
      ApprovalRevalidator stillApproved,
      RequestUpdater updater,
      StartProperties settings) {
    this.environments = environments;
    this.stillApproved = stillApproved;
    this.updater = updater;
    this.settings = settings;
  }

  /** What has to end first; empty when nothing does. */
  Optional<QueueBlocker> blockerOf(Request request) {
    return environments.blockerOf(request);
  }

  /** Why a request comes too late that follows up another; empty when it doesn't. */
  Optional<Message> superseded(Request request) {
    return environments.supersededParentOf(request);
  }

  /** Begins it where the way is still free; otherwise says what has to end first. */
  Optional<QueueBlocker> startIfFree(Request request, Supplier<RequestEvent> intent) {
    return environments.startIfFree(request, intent);
  }

  /** What keeps it from its start though its turn has come; empty when nothing does. */
  Optional<QueueBlocker> freezeOf(Request request) {
    return environments.freezeOf(request);
  }

  /** Begins what has its turn already; otherwise says what keeps it from its start. */
  Optional<QueueBlocker> startIfNotFrozen(Request request, Supplier<RequestEvent> intent) {
    return environments.startIfNotFrozen(request, intent);
  }

  /** Stays in line. Empty when it was given up, because it has waited for too long. */
  Optional<Duration> stay(Request request, QueueBlocker blocker) {
    Instant until = request.approval().lastApprovedAt().plus(settings.queueTimeout());
    if (updater.now().isAfter(until)) {
      Message tooLong = Message.of("queue.tooLong").then(blocker.reason());
      updater.save(request, request.approval().voidRequest(tooLong, updater.now()));
      return StateHandler.DONE;
    }
    return stayUntil(request, blocker, until);
  }

  Optional<Duration> stayUntil(Request request, QueueBlocker blocker, Instant until) {
    request
        .queue()
        .enqueue(
            blocker.first(),
            blocker.reason().then(Message.of("queue.until", "time", until)),
            updater.now())
        .ifPresent(event -> updater.save(request, event));
    return Optional.of(settings.retryInterval());
  }

  /**
   * Its turn has come. Says why it is nevertheless not to be started any more: the policy or its
   * approvals changed, or the time for its start is over.
   */
  Optional<Message> denial(Request request) {
    request.queue().dequeue(updater.now()).ifPresent(event -> updater.save(request, event));
    if (updater.now().isAfter(request.queue().startableSince().plus(settings.startTimeout()))) {
      Message late = Message.of("start.tooLate");
      return Optional.of(request.waitReason().map(late::then).orElse(late));
    }
    return request.approval().hasRequiredApprovals()
        ? stillApproved.denial(request)
        : Optional.of(Message.of("start.approvalsDiffer"));
  }

  /** The same of the affected environment as it was read just now: it may have another name. */
  Optional<Message> denial(Request request, EnvironmentProfile affected) {
    return stillApproved.denial(request, new EnvironmentRef(affected.id(), affected.name(), ""));
  }
}
