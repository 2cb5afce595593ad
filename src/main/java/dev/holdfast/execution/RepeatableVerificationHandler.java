package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.execution.guard.CallRoute;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.Verification;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.step.OperationProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** VERIFYING, of what may be ordered twice: only the environment itself shows that it's done. */
@Component
class RepeatableVerificationHandler implements RequestHandler {

  private final AdminApi api;
  private final OperationCatalog operations;
  private final RepeatableCalls repeatable;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  RepeatableVerificationHandler(
      AdminApi api,
      OperationCatalog operations,
      RepeatableCalls repeatable,
      RequestUpdater updater,
      ExecutionProperties settings) {
    this.api = api;
    this.operations = operations;
    this.repeatable = repeatable;
    this.updater = updater;
    this.settings = settings;
  }

  @Override
  public boolean handles(Request request) {
    return request.state() == RequestState.VERIFYING
        && repeatable.include(request.details().spec());
  }

  @Override
  public Optional<Duration> handle(Request request) {
    StepTransitions call = request.mainStep();
    Instant since = call.progress().map(OperationProgress::seenAt).orElseThrow();
    try {
      Verification seen =
          operations.of(call.spec()).verify(LostCallFinder.earliest(call), CallRoute.of(call, api));
      return seen instanceof Verification.InOrderedState opened
          ? onOpened(call, since, opened)
          : repeatable.waitOrFail(call, since, seen.message());
    } catch (AdminApiException e) {
      return repeatable.waitOrFail(call, since, Message.of("verify.notRead"), e);
    }
  }

  /** What isn't as it should be may be late; after a while it is told as it is. */
  private Optional<Duration> onOpened(
      StepTransitions call, Instant since, Verification.InOrderedState opened) {
    boolean mayBeLate = !updater.now().isAfter(since.plus(settings.adminModeTimeout()));
    if (opened.incomplete().isPresent() && mayBeLate) {
      return repeatable.waitOrFail(call, since, opened.incomplete().get());
    }
    updater.save(
        call,
        call.request()
            .completed()
            .succeedInOrderedState(
                opened.message(), TargetInspector.seen(opened.environment(), updater.now())));
    return DONE;
  }
}
