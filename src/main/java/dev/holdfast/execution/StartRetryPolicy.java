package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.execution.guard.CheckTime;
import dev.holdfast.execution.queue.QueueBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StartAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a call of which the service shows nothing may be made again: only when that was read
 * twice, the last time after the grace, and not without end.
 */
@Component
class StartRetryPolicy {

  private static final Logger log = LoggerFactory.getLogger(StartRetryPolicy.class);

  private final StartChecks checks;
  private final QueueHandler queue;
  private final OperationStarter starter;
  private final RequestUpdater updater;
  private final StartProperties settings;

  StartRetryPolicy(
      StartChecks checks,
      QueueHandler queue,
      OperationStarter starter,
      RequestUpdater updater,
      StartProperties settings) {
    this.checks = checks;
    this.queue = queue;
    this.starter = starter;
    this.updater = updater;
    this.settings = settings;
  }

  /**
   * The service was read, and showed nothing of the call.
   *
   * @param looked before it was read
   */
  Optional<Duration> nothingShown(StepTransitions call, Instant looked) {
    if (isOver(call)) {
      return askAPerson(call, Optional.empty());
    }
    Instant intended = call.startCommittedAt().orElseThrow();
    StartAttempts before = call.attempts();
    Duration left =
        Duration.between(looked, starter.endedBy(call).plus(settings.operationListingDelay()));
    boolean afterTheGrace = left.isNegative() || left.isZero();
    if (!afterTheGrace || before.shownNothing() == 0) {
      return lookOnceMore(call, afterTheGrace ? settings.retryInterval() : left);
    }
    if (before.made() > settings.maxStartRetries()) {
      return askAPerson(call, Optional.empty());
    }
    CheckTime checked = starter.checkTime();
    try {
      Revalidation approved = revalidate(call);
      if (approved instanceof Revalidation.Unknown unknown) {
        return unreadable(call, unknown.why(), settings.retryInterval());
      }
      if (!approved.holds()) {
        return askAPerson(call, approved.reason());
      }
    } catch (AdminApiException e) {
      return unreadable(call, Message.plain(e.getMessage()), settings.retryInterval());
    }
    return callAgain(call, intended, checked);
  }

  private Optional<Duration> callAgain(StepTransitions call, Instant intended, CheckTime checked) {
    Optional<QueueBlocker> frozen =
        queue.startIfNotFrozen(call.request(), () -> call.repeatStart(updater.now()));
    if (frozen.isPresent()) {
      updater.waitFor(call.request(), frozen.get().reason());
      return Optional.of(settings.retryInterval());
    }
    log.info(
        "{}: the service lists no operation of ours since {}; it is called again",
        call.request().id(),
        intended);
    return starter.start(call, checked);
  }

  /**
   * The call may be on its way, because the process that committed the intent is perhaps only slow:
   * nothing is concluded from what the service doesn't show.
   *
   * @param looked before the service was read
   * @return how long to wait; empty when it couldn't be on its way any more
   */
  Optional<Duration> stillOnItsWay(StepTransitions call, Instant looked) {
    Duration left = Duration.between(looked, starter.endedBy(call));
    if (left.isNegative() || left.isZero()) {
      return Optional.empty();
    }
    updater.waitFor(call.request(), Message.of("start.looking"));
    return Optional.of(
        left.compareTo(settings.retryInterval()) < 0 ? left : settings.retryInterval());
  }

  /** Time has passed since the first call: policy, environments, or ticket may say otherwise. */
  private Revalidation revalidate(StepTransitions call) {
    Request request = call.request();
    if (request.queue().isLate(updater.now())) {
      return new Revalidation.Denied(Message.of("start.graceOver"));
    }
    Revalidation approved =
        queue.revalidate(
            request,
            request.details().spec().environments().stream()
                .map(use -> use.environment().id())
                .distinct()
                .map(checks::read)
                .toList());
    return approved.holds() ? checks.ticket(request, updater.now()).revalidation() : approved;
  }

  /** The service could not be read. */
  Optional<Duration> unreadable(StepTransitions call, Message why, Duration pause) {
    if (isOver(call)) {
      return askAPerson(call, Optional.of(why));
    }
    updater.waitFor(call.request(), Message.of("start.unclear", "reason", why));
    return Optional.of(pause);
  }

  private boolean isOver(StepTransitions call) {
    return updater
        .now()
        .isAfter(call.attempts().since().plus(settings.startReconciliationTimeout()));
  }

  private Optional<Duration> lookOnceMore(StepTransitions call, Duration left) {
    call.recordNothingFound();
    updater.save(
        call.request(), call.request().waitFor(Message.of("start.looking"), updater.now()));
    return Optional.of(
        left.compareTo(settings.retryInterval()) < 0 ? left : settings.retryInterval());
  }

  private Optional<Duration> askAPerson(StepTransitions call, Optional<Message> why) {
    Message unanswered =
        Message.of(
            "outcome.unanswered",
            "attempts",
            call.attempts().made(),
            "environment",
            call.spec().affected().displayName());
    updater.save(
        call,
        call.outcomeUnknown(
            new Outcome(
                updater.now(),
                why.map(unanswered::then).orElse(unanswered),
                Optional.empty(),
                Optional.empty(),
                true)));
    return StateHandler.DONE;
  }
}
