package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
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

  private static final String NO_ADDRESS =
      "The service took the order and named no operation to follow. It is looked for among those of"
          + " the environment.";

  private final AdminApi api;
  private final LostCallFinder lostCalls;
  private final StalledOperationDetector stalled;
  private final RequestUpdater updater;
  private final UsualDurations usual;
  private final ExecutionProperties settings;

  PollingHandler(
      AdminApi api,
      LostCallFinder lostCalls,
      StalledOperationDetector stalled,
      RequestUpdater updater,
      UsualDurations usual,
      ExecutionProperties settings) {
    this.api = api;
    this.lostCalls = lostCalls;
    this.stalled = stalled;
    this.updater = updater;
    this.usual = usual;
    this.settings = settings;
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
    if (ref.isEmpty() && lostCalls.isListed(call)) {
      // A backup may be made at once: the list of backups must show it.
      updater.save(call, call.beginVerification(updater.now()));
      return AT_ONCE;
    }
    if (ref.isEmpty()) {
      // Whether a restore has begun, the environment does not show: it may still look untouched.
      return elsewhere(call)
          .map(found -> onSeen(call, found, Optional.empty()))
          .orElseGet(() -> onTrouble(call, NO_ADDRESS, Optional.empty()));
    }
    try {
      PollResult poll = api.poll(ref.get());
      return poll instanceof PollResult.Seen seen
          ? onSeen(call, seen.operation(), seen.retryAfter())
          : onSilence(
              call,
              "The service has nothing to say of the operation yet: "
                  + ((PollResult.Nothing) poll).why(),
              poll.retryAfter());
    } catch (AdminApiException e) {
      log.warn(
          "{}: the operation cannot be seen, it is asked again: {}",
          call.request().id(),
          e.forLog());
      return onSilence(call, e.getMessage(), e.answer().retryAfter());
    }
  }

  /** Early silence is usual; a longer one has the operation looked for where it is listed too. */
  private Optional<Duration> onSilence(
      StepTransitions call, String why, Optional<Duration> retryAfter) {
    Instant seenAt = call.progress().orElseThrow().seenAt();
    boolean early = !updater.now().isAfter(seenAt.plus(settings.operationListingDelay()));
    Optional<AdminOperation> listed = early ? Optional.empty() : elsewhere(call);
    return listed
        .map(found -> onSeen(call, found, retryAfter))
        .orElseGet(() -> onTrouble(call, why, retryAfter));
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
      case ENDED -> {
        stalled.handOverEnded(call, operation);
        yield DONE;
      }
      case UNKNOWN ->
          stalled.handOverIdle(call, operation)
              ? DONE
              : Optional.of(pause(call, before.startedAt(), retryAfter));
    };
  }

  /** Never sooner than the service asks for. */
  private Duration pause(StepTransitions call, Instant startedAt, Optional<Duration> retryAfter) {
    Duration elapsed = Duration.between(startedAt, updater.now());
    Duration planned = usual.of(call).next(elapsed);
    return retryAfter.filter(asked -> asked.compareTo(planned) > 0).orElse(planned);
  }

  private Optional<Duration> onTrouble(
      StepTransitions call, String why, Optional<Duration> retryAfter) {
    if (settings.isLost(call.request().recordNoResponse(updater.now(), settings.away()))) {
      updater.save(
          call,
          call.outcomeUnknown(
              new Outcome(
                  updater.now(),
                  "The operation has not been seen for too long, so how it ends cannot be told. "
                      + why
                      + " Look at the environment in the admin center.",
                  Optional.empty(),
                  Optional.empty(),
                  true)));
      return DONE;
    }
    if (call.request().waitReason().isEmpty()) {
      // Told once: while the service flaps between one trouble and another, nobody wants a card
      // update for each look.
      updater.waitFor(call.request(), why + " Holdfast keeps asking.");
    } else {
      updater.saveQuietly(call.request());
    }
    return retryAfter.or(() -> Optional.of(usual.interval()));
  }

  private static Outcome failure(StepTransitions call, AdminOperation operation, Instant now) {
    String name = call.spec().affected().displayName();
    Optional<String> why = operation.error().map(Fault::words).filter(words -> !words.isEmpty());
    return new Outcome(
        now,
        "The service reports that its operation on %s failed%s"
            .formatted(name, why.isPresent() ? "." : ", and does not say why."),
        why,
        Optional.of(operation.id()),
        true);
  }
}
