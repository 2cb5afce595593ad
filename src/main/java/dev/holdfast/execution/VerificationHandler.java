package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.Verification;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** VERIFYING: the operation says it succeeded; only the environment's own state makes it so. */
@Component
class VerificationHandler implements RequestHandler {

  private static final Message NOT_SEEN = Message.of("outcome.notSeen");

  private final AdminApi api;
  private final OperationCatalog operations;
  private final RequestUpdater updater;
  private final Duration interval;
  private final ExecutionProperties settings;

  VerificationHandler(
      AdminApi api,
      OperationCatalog operations,
      RequestUpdater updater,
      AdminApiUsageProperties platform,
      ExecutionProperties settings) {
    this.api = api;
    this.operations = operations;
    this.updater = updater;
    this.interval = platform.pollInterval();
    this.settings = settings;
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
      return onSeen(request, operations.of(request.details().spec()).verify(earliest, api));
    } catch (AdminApiException e) {
      return onUnreadable(request, e);
    }
  }

  /** How it stands cannot be told from this, so only a long silence ends it. */
  private Optional<Duration> onUnreadable(Request request, AdminApiException e) {
    Message message = Message.of("verify.unreadable", "error", e.getMessage());
    if (settings.isLost(request.mainStep().recordNoResponse(updater.now(), settings.away()))) {
      return becomeUnknown(request, NOT_SEEN.then(message));
    }
    updater.save(request, request.waitFor(message, updater.now()));
    return e.answer().retryAfter().or(() -> Optional.of(interval));
  }

  private Optional<Duration> onSeen(Request request, Verification seen) {
    if (seen instanceof Verification.Done done) {
      updater.save(request, succeeded(request, done));
      return DONE;
    }
    return seen instanceof Verification.NotShown
        ? onNothingShown(request, seen.message())
        : onNotReady(request, seen.message());
  }

  private RequestEvent succeeded(Request request, Verification.Done done) {
    return done.inAdminMode()
        .map(
            target ->
                request
                    .mainStep()
                    .succeedInAdministrationMode(
                        done.message(),
                        api.capabilities().administrationMode(),
                        TargetInspector.seen(target, updater.now())))
        .orElseGet(() -> request.mainStep().succeed(done.message(), updater.now()));
  }

  private Optional<Duration> onNotReady(Request request, Message message) {
    return isOverdue(request, settings.verificationTimeout())
        ? becomeUnknown(request, NOT_SEEN.then(message))
        : goOn(request, message);
  }

  /** What is late can be seen at the next look, so one look alone decides nothing. */
  private Optional<Duration> onNothingShown(Request request, Message message) {
    boolean seenBefore = request.waitReason().filter(message::equals).isPresent();
    return seenBefore && isOverdue(request, settings.adminModeTimeout())
        ? becomeUnknown(
            request,
            Message.of(
                "outcome.notShown", "kind", request.details().spec().kind(), "reason", message))
        : goOn(request, message);
  }

  private boolean isOverdue(Request request, Duration within) {
    return updater.now().isAfter(since(request).plus(within));
  }

  private Optional<Duration> goOn(Request request, Message message) {
    request.mainStep().recordResponse();
    updater.save(request, request.waitFor(message, updater.now()));
    return Optional.of(interval);
  }

  private Optional<Duration> becomeUnknown(Request request, Message message) {
    updater.save(
        request,
        request
            .mainStep()
            .outcomeUnknown(
                new Outcome(
                    updater.now(),
                    message,
                    Optional.empty(),
                    request.progress().flatMap(OperationProgress::operationId),
                    true)));
    return DONE;
  }

  /** Requests from before this was kept were last seen when their operation ended. */
  private static Instant since(Request request) {
    return request
        .verificationStartedAt()
        .or(() -> request.progress().map(OperationProgress::seenAt))
        .orElseGet(() -> request.startCommittedAt().orElseThrow());
  }
}
