package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.execution.outcome.FinOpsReader;
import dev.holdfast.execution.outcome.ServiceErrorReader;
import dev.holdfast.request.CompletedRequest;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.verification.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * FAILED and UNKNOWN: the card says what state an operation that went wrong has left its target in,
 * and what the service says went wrong. The target may be in administration mode, and its admins
 * should be able to turn that off (rules R20, R25).
 */
@Component
class TargetInspector implements RequestHandler {

  private static final Logger log = LoggerFactory.getLogger(TargetInspector.class);

  private final AdminApi api;
  private final FinOpsReader finOps;
  private final ServiceErrorReader errors;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  TargetInspector(
      AdminApi api,
      FinOpsReader finOps,
      ServiceErrorReader errors,
      RequestUpdater updater,
      ExecutionProperties settings) {
    this.api = api;
    this.finOps = finOps;
    this.errors = errors;
    this.updater = updater;
    this.settings = settings;
  }

  @Override
  public boolean handles(Request request) {
    return request.state() == RequestState.FAILED;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    CompletedRequest end = request.completed();
    if (!isToBeSeen(end) && !end.serviceErrorsAreToBeRead()) {
      return DONE;
    }
    try {
      Environment target = api.environment(request.details().spec().affected().id());
      if (end.targetIsToBeSeen()) {
        updater.save(request, end.targetSeen(seen(target, finOps.state(target), updater.now())));
      }
      if (target.inAdministrationMode() && end.mayBeInAdministrationMode()) {
        boolean leavable = api.capabilities().administrationMode();
        updater.save(request, end.seenInAdministrationMode(leavable, updater.now()));
      }
      return readErrors(request, Optional.of(target));
    } catch (AdminApiException e) {
      return onTrouble(request, e);
    }
  }

  private static boolean isToBeSeen(CompletedRequest end) {
    return end.targetIsToBeSeen() || end.mayBeInAdministrationMode();
  }

  /** What the service says went wrong; it may say that only later. */
  private Optional<Duration> readErrors(Request request, Optional<Environment> target) {
    if (!request.completed().serviceErrorsAreToBeRead()) {
      return DONE;
    }
    Optional<List<ServiceError>> read =
        errors.read(request, LostCallFinder.earliest(request.mainStep()), target);
    if (read.isEmpty() && !isOverdue(request)) {
      return Optional.of(settings.retryInterval());
    }
    read.filter(found -> !found.isEmpty())
        .ifPresent(
            found ->
                updater.save(request, request.completed().serviceErrorsRead(found, updater.now())));
    return DONE;
  }

  /** What an environment shows, where the state of finance and operations wasn't read. */
  static TargetObservation seen(Environment target, Instant now) {
    return seen(target, Optional.empty(), now);
  }

  /**
   * What an environment shows.
   *
   * @param finOps the service's own word for the state of finance and operations
   */
  static TargetObservation seen(Environment target, Optional<String> finOps, Instant now) {
    return new TargetObservation(
        now,
        words(target),
        target.backgroundOperations(),
        target.finOps() instanceof FinOpsLink.None
            ? Optional.empty()
            : Optional.of(new TargetObservation.FinanceAndOperations(finOps)));
  }

  /** The service's own words, such as {@code Ready, AdminMode}. */
  private static String words(Environment target) {
    return Stream.of(target.managementState(), target.runtimeState())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private Optional<Duration> onTrouble(Request request, AdminApiException e) {
    if (isOverdue(request) || !isToBeSeen(request.completed())) {
      log.info(
          "{}: whether its target is in administration mode is not known: {}",
          request.id(),
          e.forLog());
      return readErrors(request, Optional.empty());
    }
    return e.answer().retryAfter().or(() -> Optional.of(settings.retryInterval()));
  }

  private boolean isOverdue(Request request) {
    Instant endedAt = request.outcome().orElseThrow().at();
    return updater.now().isAfter(endedAt.plus(settings.verificationTimeout()));
  }
}
