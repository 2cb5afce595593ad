package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.execution.poll.ProgressMapper;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.StepTransitions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one place that calls the admin API to start something. It expects that the intent is
 * committed; see {@link StartHandler} and {@link StartReconciliationHandler}.
 */
@Component
class OperationStarter {

  private static final Logger log = LoggerFactory.getLogger(OperationStarter.class);

  private final AdminApi api;
  private final OperationCatalog operations;
  private final CallFailureHandler failures;
  private final RequestUpdater updater;
  private final StartProperties settings;

  OperationStarter(
      AdminApi api,
      OperationCatalog operations,
      CallFailureHandler failures,
      RequestUpdater updater,
      StartProperties settings) {
    this.api = api;
    this.operations = operations;
    this.failures = failures;
    this.updater = updater;
    this.settings = settings;
  }

  Optional<Duration> start(StepTransitions call) {
    if (isStale(call)) {
      log.warn("{}: the intent to call is too old to be carried out", call.request().id());
      return StateHandler.AT_ONCE;
    }
    log.info("{} now calls the admin API: {}", call.request().id(), call.spec().kind());
    try {
      OperationAccepted started = operations.of(call.spec()).start(api);
      Instant now = updater.now();
      updater.save(
          call,
          call.accepted(
              ProgressMapper.first(started, now),
              started.correlationId(),
              StoredMessage.english(Message.of("start.accepted")),
              now));
      return started.retryAfter().or(() -> StateHandler.AT_ONCE);
    } catch (AdminApiException e) {
      return failures.handle(call, e);
    }
  }

  /**
   * A process that stood still, or waited long for its commit, may have been taken for dead and its
   * work taken over: by the end of the grace another one may call. It looks first, as that one
   * does.
   */
  private boolean isStale(StepTransitions call) {
    Instant intended = call.startCommittedAt().orElseThrow();
    return updater.now().isAfter(intended.plus(settings.operationListingDelay().dividedBy(2)));
  }
}
