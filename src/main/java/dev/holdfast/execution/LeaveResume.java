package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * STARTING, found again: after a crash, or after a call whose answer was lost. The order sets a
 * state, so giving it twice does no harm; still the environment is looked at first.
 */
@Component
class LeaveResume implements StateHandler {

  private static final Logger log = LoggerFactory.getLogger(LeaveResume.class);

  /** The service's clock and ours may differ by this much. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  /** What a change of the mode may be called; the word is only inferred (facts 1.5). */
  private static final Set<String> TYPES = Set.of("edit", "enable");

  private final AdminApi api;
  private final RequestUpdater changes;
  private final LeavePatience patience;

  LeaveResume(AdminApi api, RequestUpdater changes, LeavePatience patience) {
    this.api = api;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    EnvironmentObservation look;
    try {
      look = EnvironmentObservation.at(api, request.details().spec().affected().id());
    } catch (AdminApiException e) {
      return patience.waitOrGiveUp(
          request,
          request.leaving().wish().askedAt(),
          "Holdfast cannot see yet whether the call was taken.",
          e);
    }
    if (look.enabled()) {
      changes.save(
          request,
          request
              .leaving()
              .done(
                  LeaveVerify.left(look.environment()),
                  look.environment().backgroundOperations(),
                  changes.now()));
      return DONE;
    }
    Instant earliest = request.leaving().wish().intendedAt().orElseThrow().minus(SKEW);
    return look.operations().stream()
        .filter(operation -> mayBeOurs(operation, earliest))
        .findFirst()
        .map(operation -> adopt(request, operation))
        .orElseGet(() -> again(request));
  }

  /** The end is read from the environment, so following one too many does no harm. */
  private static boolean mayBeOurs(AdminOperation operation, Instant earliest) {
    boolean byAPerson =
        operation.requestedBy().filter(by -> by.type().equalsIgnoreCase("User")).isPresent();
    return TYPES.contains(operation.type().toLowerCase(Locale.ROOT))
        && operation.createdAt().filter(at -> !at.isBefore(earliest)).isPresent()
        && !byAPerson;
  }

  private Optional<Duration> adopt(Request request, AdminOperation operation) {
    log.info("{}: operation {} is ours, it is followed", request.id(), operation.id());
    Instant now = changes.now();
    changes.save(
        request,
        request
            .leaving()
            .started(
                ProgressMapper.of(operation, operation.createdAt().orElse(now), now),
                "Found among the operations of the environment.",
                now));
    return AT_ONCE;
  }

  private Optional<Duration> again(Request request) {
    log.info("{}: the service shows no change of the mode; it is asked again", request.id());
    changes.save(
        request,
        request
            .leaving()
            .notStarted("The service shows nothing of the call. It is made again.", changes.now()));
    return AT_ONCE;
  }
}
