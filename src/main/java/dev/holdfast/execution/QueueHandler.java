package dev.holdfast.execution;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.execution.queue.EnvironmentQueue;
import dev.holdfast.execution.queue.QueueBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How an approved request waits for its planned start and for its turn, always with a word on its
 * card: what it waits for, its place in line, and until when. The time in line does not count for
 * its start.
 */
@Component
class QueueHandler {

  private static final Logger log = LoggerFactory.getLogger(QueueHandler.class);

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

  /** Whether a start would come too early or too late for what was planned. */
  boolean isHeld(Request request) {
    Instant now = updater.now();
    return isToStart(request) && (request.queue().isEarly(now) || request.queue().isLate(now));
  }

  private static boolean isToStart(Request request) {
    return request.state() == RequestState.APPROVED
        || (request.state() == RequestState.SAFETY_BACKUP
            && request.nextStep().run().state() == StepState.PENDING);
  }

  /**
   * Waits for the planned time; nothing is checked before. Empty where the grace period is over,
   * too: then so is the request.
   */
  Optional<Duration> hold(Request request) {
    Instant now = updater.now();
    if (request.queue().isLate(now)) {
      log.info("{} has missed its start, and isn't started any more", request.id());
      updater.save(request, request.queue().miss(now));
      return StateHandler.DONE;
    }
    return request.queue().planned().map(start -> Duration.between(now, start.notBefore()));
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
    if (request.queue().planned().isPresent()) {
      return stay(request, blocker, blocker.reason()); // its card says until when
    }
    Instant until = request.approval().lastApprovedAt().plus(settings.queueTimeout());
    if (updater.now().isAfter(until)) {
      Message tooLong = Message.of("queue.tooLong").then(blocker.reason());
      updater.save(request, request.approval().voidRequest(tooLong, updater.now()));
      return StateHandler.DONE;
    }
    return stayUntil(request, blocker, until);
  }

  Optional<Duration> stayUntil(Request request, QueueBlocker blocker, Instant until) {
    return stay(request, blocker, blocker.reason().then(Message.of("queue.until", "time", until)));
  }

  private Optional<Duration> stay(Request request, QueueBlocker blocker, Message reason) {
    request
        .queue()
        .enqueue(blocker.first(), reason, updater.now())
        .ifPresent(event -> updater.save(request, event));
    return Optional.of(blocker.pause(settings.retryInterval(), updater.now()));
  }

  /**
   * Its turn has come. Whether it is still to be started: the policy or its approvals may have
   * changed, or the time for its start may be over.
   */
  Revalidation revalidate(Request request) {
    request.queue().dequeue(updater.now()).ifPresent(event -> updater.save(request, event));
    if (updater.now().isAfter(startUntil(request))) {
      Message late = Message.of("start.tooLate");
      return new Revalidation.Denied(request.waitReason().map(late::then).orElse(late));
    }
    stillApproved.prepare(request);
    return request.approval().hasRequiredApprovals()
        ? stillApproved.revalidate(request)
        : new Revalidation.Denied(
            Message.of(
                request.decisions().stream().anyMatch(said -> said.withdrawnAt().isPresent())
                    ? "start.approvalWithdrawn"
                    : "start.approvalsDiffer"));
  }

  /** A planned start has its grace period in place of the usual time. */
  private Instant startUntil(Request request) {
    return request
        .queue()
        .startUntil()
        .orElseGet(() -> request.queue().startableSince().plus(settings.startTimeout()));
  }

  /** The same with its environments as they were read just now. */
  Revalidation revalidate(Request request, List<EnvironmentProfile> read) {
    stillApproved.prepare(request);
    return stillApproved.revalidate(request, read.stream().map(QueueHandler::asRead).toList());
  }

  private static EnvironmentRef asRead(EnvironmentProfile read) {
    return new EnvironmentRef(read.id(), read.name(), "", read.attributes());
  }

  /** What becomes of a request that isn't to be started; it waits for that long, or is done. */
  Optional<Duration> stop(Request request, Revalidation why) {
    if (why instanceof Revalidation.Unknown unknown) {
      updater.waitFor(request, unknown.why());
      return Optional.of(settings.retryInterval());
    }
    if (why instanceof Revalidation.Incomplete missing
        && request.state() == RequestState.APPROVED) {
      updater.save(
          request,
          request
              .approval()
              .reopen(missing.why(), missing.required(), missing.noLonger(), updater.now()));
      return StateHandler.DONE;
    }
    updater.save(
        request, request.approval().voidRequest(why.reason().orElseThrow(), updater.now()));
    return StateHandler.DONE;
  }
}
