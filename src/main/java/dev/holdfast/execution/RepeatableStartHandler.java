package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import dev.holdfast.execution.guard.CheckTime;
import dev.holdfast.execution.queue.QueueBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.followup.Revalidation;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * APPROVED, of what may be ordered twice: looks at the environment afresh, commits the intent, and
 * calls. What is done already, or can't be done, ends here without a call.
 */
@Component
class RepeatableStartHandler implements RequestHandler {

  private final StartChecks checks;
  private final QueueHandler queue;
  private final OperationStarter starter;
  private final RequestUpdater updater;
  private final RepeatableCalls repeatable;

  RepeatableStartHandler(
      StartChecks checks,
      QueueHandler queue,
      OperationStarter starter,
      RequestUpdater updater,
      RepeatableCalls repeatable) {
    this.checks = checks;
    this.queue = queue;
    this.starter = starter;
    this.updater = updater;
    this.repeatable = repeatable;
  }

  @Override
  public boolean handles(Request request) {
    return request.state() == RequestState.APPROVED && repeatable.include(request.details().spec());
  }

  @Override
  public Optional<Duration> handle(Request request) {
    StepTransitions call = request.mainStep();
    Optional<Message> superseded = queue.superseded(request);
    if (superseded.isPresent()) {
      return repeatable.giveUp(call, superseded.get());
    }
    Optional<QueueBlocker> inTheWay = queue.blockerOf(request);
    if (inTheWay.isPresent()) {
      return stay(call, inTheWay.get());
    }
    CheckTime checked = starter.checkTime();
    StartChecks.Ticket ticket = checks.ticket(request, updater.now());
    if (ticket.denial().isPresent()) {
      return repeatable.giveUp(call, ticket.denial().get());
    }
    if (ticket.blocker().isPresent()) {
      return stay(call, ticket.blocker().get()).map(usual -> ticket.pause(usual, updater.now()));
    }
    Revalidation allowed = queue.revalidate(request);
    return allowed.holds() ? check(call, checked) : stop(call, allowed);
  }

  private Optional<Duration> stop(StepTransitions call, Revalidation why) {
    if (why instanceof Revalidation.Unknown unknown) {
      return repeatable.waitOrFail(call, unknown.why());
    }
    return call.spec().needsApproval()
        ? queue.stop(call.request(), why)
        : repeatable.giveUp(call, why.reason().orElseThrow());
  }

  private Optional<Duration> check(StepTransitions call, CheckTime checked) {
    try {
      PreflightResult found = checks.of(call.request());
      Revalidation asRead = asRead(call, found);
      return asRead.holds() ? start(call, found, checked) : stop(call, asRead);
    } catch (AdminApiException e) {
      Message doing = Message.of("start.notChecked");
      return RepeatableCalls.isForGood(e)
          ? repeatable.fail(call, doing.then(Message.plain(e.getMessage())), Optional.of(e))
          : repeatable.waitOrFail(call, doing, e);
    }
  }

  /** What follows up another request may find its target renamed by that. */
  private Revalidation asRead(StepTransitions call, PreflightResult found) {
    return call.spec().followUpOf().isPresent()
        ? new Revalidation.Holds()
        : queue.revalidate(call.request(), found.read());
  }

  private Optional<Duration> start(StepTransitions call, PreflightResult found, CheckTime checked) {
    boolean rehearsal = call.request().details().isRehearsal();
    if (found.doneAlready().isPresent() && rehearsal) {
      Message done = found.doneAlready().get();
      updater.save(call, call.request().approval().endRehearsal(done, updater.now()));
      return DONE;
    }
    if (found.doneAlready().isPresent()) {
      updater.save(
          call,
          call.request()
              .completed()
              .succeedInOrderedState(
                  found.doneAlready().get(),
                  TargetInspector.seen(found.affected().environment(), updater.now())));
      return DONE;
    }
    if (found.worst() == Severity.RED) {
      return repeatable.giveUp(call, red(found));
    }
    Optional<Message> obstacle = found.obstacle().map(TemporaryBlocker::why);
    if (obstacle.isPresent()) {
      return repeatable.waitOrFail(call, obstacle.get());
    }
    if (rehearsal) {
      return starter.rehearse(call.request());
    }
    StartChecks.OperationsBefore before = checks.operationsBefore(call);
    Optional<QueueBlocker> faster =
        queue.startIfFree(call.request(), () -> before.commitStart(call, updater.now()));
    return faster.isPresent() ? stay(call, faster.get()) : starter.start(call, checked);
  }

  private Optional<Duration> stay(StepTransitions call, QueueBlocker blocker) {
    if (call.spec().needsApproval()) {
      return queue.stay(call.request(), blocker);
    }
    return repeatable.isOverdue(call)
        ? repeatable.fail(call, RepeatableCalls.tooLong(blocker.reason()), Optional.empty())
        : queue.stayUntil(call.request(), blocker, repeatable.startableUntil(call));
  }

  private static Message red(PreflightResult found) {
    return Message.sentences(
        found.checks().stream()
            .filter(check -> check.severity() == Severity.RED)
            .map(Finding::message)
            .toList());
  }
}
