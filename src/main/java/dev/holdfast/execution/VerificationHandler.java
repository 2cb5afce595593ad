package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.execution.guard.CallRoute;
import dev.holdfast.execution.outcome.FinOpsFinding;
import dev.holdfast.execution.outcome.FinOpsFollower;
import dev.holdfast.execution.outcome.TrueOutcome;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.Verification;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.verification.FinOpsActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** VERIFYING: the operation says it succeeded; only what it changed makes it so. */
@Component
class VerificationHandler implements RequestHandler {

  private static final Message NOT_SEEN = Message.of("outcome.notSeen");

  private final AdminApi api;
  private final OperationCatalog operations;
  private final FinOpsFollower finOps;
  private final VerificationEnd end;
  private final Duration interval;

  VerificationHandler(
      AdminApi api,
      OperationCatalog operations,
      FinOpsFollower finOps,
      VerificationEnd end,
      AdminApiUsageProperties platform) {
    this.api = api;
    this.operations = operations;
    this.finOps = finOps;
    this.end = end;
    this.interval = platform.pollInterval();
  }

  @Override
  public boolean handles(Request request) {
    return request.state() == RequestState.VERIFYING
        && !operations.of(request.details().spec()).isIdempotent();
  }

  @Override
  public Optional<Duration> handle(Request request) {
    try {
      Instant earliest = LostCallFinder.earliest(request.mainStep());
      AdminApi itsApi = CallRoute.of(request.mainStep(), api);
      return onSeen(request, operations.of(request.details().spec()).verify(earliest, itsApi));
    } catch (AdminApiException e) {
      return onUnreadable(request, e);
    }
  }

  /** How it stands cannot be told from this, so only a long silence ends it. */
  private Optional<Duration> onUnreadable(Request request, AdminApiException e) {
    Message message = Message.of("verify.unreadable", "error", e.getMessage());
    if (end.isLost(request)) {
      return end.unknown(request, NOT_SEEN.then(message));
    }
    end.waitFor(request, message);
    return e.answer().retryAfter().or(() -> Optional.of(interval));
  }

  /** It is verified only after its operation said that it succeeded. */
  private Optional<Duration> onSeen(Request request, Verification seen) {
    Instant since = LostCallFinder.earliest(request.mainStep());
    TrueOutcome outcome =
        TrueOutcome.of(
            AdminOperation.State.SUCCEEDED,
            finOps.rememberedWith(request, seen),
            () -> finOps.look(request, seen, since));
    if (outcome instanceof TrueOutcome.Succeeded succeeded) {
      end.succeeded(request, succeeded(request, succeeded));
      return DONE;
    }
    if (outcome instanceof TrueOutcome.FinOpsOpen open) {
      return onFinOpsOpen(request, open.finOps(), finOps.activity(seen, since));
    }
    if (request.completed().isFinOpsAwaited()) {
      return onFinOpsOpen(request, new FinOpsFinding.NotYet(seen.message()), Optional.empty());
    }
    return seen instanceof Verification.NotShown
        ? onNothingShown(request, seen.message())
        : onNotReady(request, seen.message());
  }

  private Optional<Duration> onFinOpsOpen(
      Request request, FinOpsFinding.Open open, Optional<FinOpsActivity> latest) {
    request.mainStep().recordResponse();
    Optional<Message> over = finOps.end(request, open);
    if (over.isPresent()) {
      return end.unknown(request, over.get());
    }
    end.save(request, finOps.follow(request, open, latest));
    return Optional.of(finOps.pause(request));
  }

  private RequestEvent succeeded(Request request, TrueOutcome.Succeeded outcome) {
    Optional<FinOpsFinding.Ready> ready =
        outcome.finOps() instanceof FinOpsFinding.Ready it ? Optional.of(it) : Optional.empty();
    Message message =
        ready
            .map(it -> outcome.environment().message().then(it.message()))
            .orElse(outcome.environment().message());
    return outcome
        .environment()
        .inAdminMode()
        .map(
            target ->
                request
                    .completed()
                    .succeedInAdministrationMode(
                        message,
                        api.capabilities().administrationMode(),
                        TargetInspector.seen(
                            target, ready.flatMap(FinOpsFinding.Ready::state), end.now())))
        .orElseGet(() -> request.mainStep().succeed(message, end.now()));
  }

  private Optional<Duration> onNotReady(Request request, Message message) {
    return end.isEnvironmentOverdue(request)
        ? end.unknown(request, NOT_SEEN.then(message))
        : goOn(request, message);
  }

  /** What is late can be seen at the next look, so one look alone decides nothing. */
  private Optional<Duration> onNothingShown(Request request, Message message) {
    return end.isSeenBefore(request, message) && end.isModeOverdue(request)
        ? end.unknown(
            request,
            Message.of(
                "outcome.notShown", "kind", request.details().spec().kind(), "reason", message))
        : goOn(request, message);
  }

  private Optional<Duration> goOn(Request request, Message message) {
    request.mainStep().recordResponse();
    end.waitFor(request, message);
    return Optional.of(interval);
  }
}
