package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import dev.holdfast.execution.StartChecks.OperationsBefore;
import dev.holdfast.execution.guard.CheckTime;
import dev.holdfast.execution.queue.QueueBlocker;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.followup.SeriesStart;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.verification.FinOpsProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * APPROVED, or with a safety backup that can be restored: checks once more, commits the intent, and
 * calls.
 */
@Component
class StartHandler implements RequestHandler {

  private final StartChecks checks;
  private final QueueHandler queue;
  private final OperationStarter starter;
  private final RequestUpdater updater;
  private final StartProperties settings;
  private final SeriesStart series;

  StartHandler(
      StartChecks checks,
      QueueHandler queue,
      OperationStarter starter,
      RequestUpdater updater,
      StartProperties settings,
      SeriesStart series) {
    this.checks = checks;
    this.queue = queue;
    this.starter = starter;
    this.updater = updater;
    this.settings = settings;
    this.series = series;
  }

  @Override
  public boolean handles(Request request) {
    return (request.state() == RequestState.APPROVED && !checks.ofRepeatable(request))
        || (request.state() == RequestState.SAFETY_BACKUP
            && request.nextStep().run().state() == StepState.PENDING);
  }

  @Override
  public Optional<Duration> handle(Request request) {
    if (request.details().spec().isSeries()) {
      return beginSeries(request);
    }
    Optional<Instant> usableAt =
        request.safetyBackup().flatMap(SafetyBackup::created).map(CreatedBackup::usableAt);
    Instant now = updater.now();
    return usableAt
        .filter(now::isBefore)
        .map(at -> Duration.between(now, at))
        .or(() -> start(request));
  }

  /** It runs from now on, by requests of its own. Nothing is called. */
  private Optional<Duration> beginSeries(Request request) {
    Revalidation approved = queue.revalidate(request);
    if (!approved.holds()) {
      return queue.stop(request, approved);
    }
    if (request.details().isRehearsal()) {
      Message words = Message.of("series.rehearsed");
      updater.save(request, request.approval().endRehearsal(words, updater.now()));
      return DONE;
    }
    Optional<Message> objection = series.objection(request);
    if (objection.isPresent()) {
      return giveUp(request, objection.get());
    }
    updater.saveWith(
        request, () -> request.completed().succeedAsSeries(series.begin(request), updater.now()));
    return DONE;
  }

  private Optional<Duration> start(Request request) {
    Optional<QueueBlocker> inTheWay =
        request.state() == RequestState.APPROVED ? queue.blockerOf(request) : Optional.empty();
    if (inTheWay.isPresent()) {
      return queue.stay(request, inTheWay.get());
    }
    CheckTime checked = starter.checkTime();
    StartChecks.Ticket ticket = checks.ticket(request, updater.now());
    if (ticket.denial().isPresent()) {
      return giveUp(request, ticket.denial().get());
    }
    if (request.state() == RequestState.APPROVED && ticket.blocker().isPresent()) {
      return queue
          .stay(request, ticket.blocker().get())
          .map(usual -> ticket.pause(usual, updater.now()));
    }
    Revalidation approved = queue.revalidate(request);
    if (!approved.holds()) {
      return queue.stop(request, approved);
    }
    Optional<QueueBlocker> frozen = queue.freezeOf(request).or(ticket::blocker);
    return frozen.isPresent() ? stay(request, frozen.get()) : check(request, checked);
  }

  private Optional<Duration> check(Request request, CheckTime checked) {
    PreflightResult found;
    OperationsBefore operationsBefore;
    try {
      found = checks.of(request);
      operationsBefore = checks.operationsBefore(request.nextStep());
    } catch (AdminApiException e) {
      return unchecked(request, e);
    }
    Revalidation asRead = queue.revalidate(request, found.read());
    if (!asRead.holds()) {
      return queue.stop(request, asRead);
    }
    Optional<Message> hindrance = operationsBefore.doubt().or(() -> red(found.checks()));
    if (hindrance.isPresent()) {
      return giveUp(request, hindrance.get());
    }
    if (found.obstacle().isPresent()) {
      TemporaryBlocker obstacle = found.obstacle().get();
      updater.waitFor(request, obstacle.why());
      return obstacle.askAgainAfter().or(() -> Optional.of(settings.retryInterval()));
    }
    return request.details().isRehearsal()
        ? rehearse(request)
        : call(request, found, operationsBefore, checked);
  }

  private Optional<Duration> unchecked(Request request, AdminApiException e) {
    updater.waitFor(request, Message.of("start.unchecked", "error", e.getMessage()));
    return e.answer().retryAfter().or(() -> Optional.of(settings.retryInterval()));
  }

  private Optional<Duration> rehearse(Request request) {
    try {
      return starter.rehearse(request);
    } catch (AdminApiException e) {
      return unchecked(request, e);
    }
  }

  private Optional<Duration> call(
      Request request,
      PreflightResult found,
      OperationsBefore operationsBefore,
      CheckTime checked) {
    StepTransitions call = request.nextStep();
    FinOpsProgress apps = checks.expectedApps(call, found);
    Optional<QueueBlocker> faster =
        begin(request, () -> operationsBefore.commitStart(call, updater.now(), apps));
    return faster.isPresent() ? stay(request, faster.get()) : starter.start(call, checked);
  }

  /** With its safety backup it is in no queue, and has its time to start and no more. */
  private Optional<Duration> stay(Request request, QueueBlocker blocker) {
    if (request.state() == RequestState.APPROVED) {
      return queue.stay(request, blocker);
    }
    updater.waitFor(request, blocker.reason());
    return Optional.of(settings.retryInterval());
  }

  /** With its safety backup it has its turn already: the backup must stay usable for an undo. */
  private Optional<QueueBlocker> begin(Request request, Supplier<RequestEvent> intent) {
    return request.state() == RequestState.APPROVED
        ? queue.startIfFree(request, intent)
        : queue.startIfNotFrozen(request, intent);
  }

  private Optional<Duration> giveUp(Request request, Message why) {
    updater.save(request, request.approval().voidRequest(why, updater.now()));
    return DONE;
  }

  private static Optional<Message> red(List<Finding> checks) {
    return checks.stream()
        .filter(check -> check.severity() == Severity.RED)
        .map(Finding::message)
        .reduce(Message::then)
        .map(findings -> Message.of("start.red", "findings", findings));
  }
}
