package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.execution.poll.ProgressMapper;
import dev.holdfast.execution.poll.UsualDurations;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** RUNNING: looks at the operation, for as long as it takes. */
@Component
class PollingHandler implements RequestHandler {

  private static final Logger log = LoggerFactory.getLogger(PollingHandler.class);

  private static final Message NO_ADDRESS = Message.of("poll.noOperation");

  private final AdminApi api;
  private final LostCallFinder lostCalls;
  private final UnclearPollHandler unclear;
  private final RequestUpdater updater;
  private final UsualDurations usual;

  PollingHandler(
      AdminApi api,
      LostCallFinder lostCalls,
      UnclearPollHandler unclear,
      RequestUpdater updater,
      UsualDurations usual) {
    this.api = api;
    this.lostCalls = lostCalls;
    this.unclear = unclear;
    this.updater = updater;
    this.usual = usual;
  }

  @Override
  public boolean handles(Request request) {
    return request.state().isExecuting() && request.nextStep().run().state() == StepState.RUNNING;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    return look(request.nextStep());
  }

  /** Looks at the operation of a call. */
  private Optional<Duration> look(StepTransitions call) {
    Optional<OperationLocator> ref = ProgressMapper.ref(call);
    if (ref.isEmpty() && lostCalls.showsWithoutOperation(call)) {
      // A backup may be made at once: the list of backups must show it.
      updater.save(call, call.beginVerification(updater.now()));
      return AT_ONCE;
    }
    if (ref.isEmpty()) {
      // Whether it has begun, the environment does not show: it may still look untouched.
      return elsewhere(call)
          .map(found -> onSeen(call, found, Optional.empty()))
          .orElseGet(() -> unclear.onTrouble(call, NO_ADDRESS, Optional.empty()));
    }
    try {
      PollResult poll = api.poll(ref.get());
      return poll instanceof PollResult.Seen seen
          ? onSeen(call, seen.operation(), seen.retryAfter())
          : onSilence(
              call,
              Message.of("poll.nothing", "reason", ((PollResult.Nothing) poll).why()),
              poll.retryAfter());
    } catch (AdminApiException e) {
      log.warn(
          "{}: the operation cannot be seen, it is asked again: {}",
          call.request().id(),
          e.forLog());
      return onSilence(call, Message.plain(e.getMessage()), e.answer().retryAfter());
    }
  }

  /** Early silence is usual; a longer one has the operation looked for where it is listed too. */
  private Optional<Duration> onSilence(
      StepTransitions call, Message why, Optional<Duration> retryAfter) {
    Optional<AdminOperation> listed = unclear.isEarly(call) ? Optional.empty() : elsewhere(call);
    return listed
        .map(found -> onSeen(call, found, retryAfter))
        .orElseGet(() -> unclear.onTrouble(call, why, retryAfter));
  }

  /** The call's operation among those of the environment. */
  private Optional<AdminOperation> elsewhere(StepTransitions call) {
    try {
      return lostCalls.findById(call) instanceof LostCallSearchResult.Found ours
          ? Optional.of(ours.operation())
          : Optional.empty();
    } catch (AdminApiException e) {
      log.warn("{}: its operation cannot be looked for: {}", call.request().id(), e.forLog());
      return Optional.empty();
    }
  }

  private Optional<Duration> onSeen(
      StepTransitions call, AdminOperation operation, Optional<Duration> retryAfter) {
    Instant now = updater.now();
    OperationProgress before = call.progress().orElseThrow();
    updater.save(
        call.request(), call.observe(ProgressMapper.of(operation, before.startedAt(), now), now));
    return switch (operation.state()) {
      case SUCCEEDED -> {
        updater.save(call, call.beginVerification(now));
        yield AT_ONCE;
      }
      case FAILED -> {
        updater.save(call, call.fail(failure(call, operation, now)));
        yield DONE;
      }
      case NOT_STARTED, RUNNING -> Optional.of(pause(call, before.startedAt(), retryAfter));
      case ENDED -> unclear.onEnded(call, operation);
      case UNKNOWN ->
          unclear.onUnrecognized(call, operation, pause(call, before.startedAt(), retryAfter));
    };
  }

  /** Never sooner than the service asks for. */
  private Duration pause(StepTransitions call, Instant startedAt, Optional<Duration> retryAfter) {
    Duration elapsed = Duration.between(startedAt, updater.now());
    Duration planned = usual.of(call).next(elapsed);
    return retryAfter.filter(asked -> asked.compareTo(planned) > 0).orElse(planned);
  }

  private static Outcome failure(StepTransitions call, AdminOperation operation, Instant now) {
    String name = call.spec().affected().displayName();
    Optional<String> why = operation.error().map(Fault::words).filter(words -> !words.isEmpty());
    return new Outcome(
        now,
        Message.of(
            why.isPresent() ? "outcome.failed" : "outcome.failed.silent", "environment", name),
        why,
        Optional.of(operation.id()),
        true);
  }
}
