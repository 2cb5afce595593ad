package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.TargetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * FAILED and UNKNOWN: the card says what state an operation that went wrong has left its target in.
 * It may be in administration mode, and its admins should be able to turn that off (rules R20,
 * R25).
 */
@Component
class TargetInspector implements RequestHandler {

  private static final Logger log = LoggerFactory.getLogger(TargetInspector.class);

  private final AdminApi api;
  private final RequestUpdater updater;
  private final ExecutionProperties settings;

  TargetInspector(AdminApi api, RequestUpdater updater, ExecutionProperties settings) {
    this.api = api;
    this.updater = updater;
    this.settings = settings;
  }

  @Override
  public boolean handles(Request request) {
    return request.state() == RequestState.FAILED;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    if (!request.completed().targetIsToBeSeen()
        && !request.completed().mayBeInAdministrationMode()) {
      return DONE;
    }
    try {
      Environment target = api.environment(request.details().spec().affected().id());
      if (request.completed().targetIsToBeSeen()) {
        updater.save(request, request.completed().targetSeen(seen(target, updater.now())));
      }
      if (target.inAdministrationMode() && request.completed().mayBeInAdministrationMode()) {
        boolean leavable = api.capabilities().administrationMode();
        updater.save(
            request, request.completed().seenInAdministrationMode(leavable, updater.now()));
      }
      return DONE;
    } catch (AdminApiException e) {
      return onTrouble(request, e);
    }
  }

  /** What an environment shows; the state of finance and operations isn't read yet. */
  static TargetObservation seen(Environment target, Instant now) {
    return new TargetObservation(
        now,
        words(target),
        target.backgroundOperations(),
        target.finOps() instanceof FinOpsLink.None
            ? Optional.empty()
            : Optional.of(new TargetObservation.FinanceAndOperations(Optional.empty())));
  }

  /** The service's own words, such as {@code Ready, AdminMode}. */
  private static String words(Environment target) {
    return Stream.of(target.managementState(), target.runtimeState())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private Optional<Duration> onTrouble(Request request, AdminApiException e) {
    Instant endedAt = request.outcome().orElseThrow().at();
    if (updater.now().isAfter(endedAt.plus(settings.verificationTimeout()))) {
      log.info(
          "{}: whether its target is in administration mode is not known: {}",
          request.id(),
          e.forLog());
      return DONE;
    }
    return e.answer().retryAfter().or(() -> Optional.of(settings.retryInterval()));
  }
}
