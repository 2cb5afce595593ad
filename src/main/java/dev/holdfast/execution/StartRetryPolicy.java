package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Request;
import dev.holdfast.request.StartAttempts;
import dev.holdfast.request.StepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a call of which the service shows nothing may be made again: only when that was read
 * twice, the last time after the grace, and not without end.
 */
@Component
class StartRetryPolicy {

  private static final Logger log = LoggerFactory.getLogger(StartRetryPolicy.class);

  private final PreflightService preflight;
  private final QueueHandler line;
  private final OperationStarter order;
  private final RequestUpdater changes;
  private final ExecutionProperties patience;

  StartRetryPolicy(
      PreflightService preflight,
      QueueHandler line,
      OperationStarter order,
      RequestUpdater changes,
      ExecutionProperties patience) {
    this.preflight = preflight;
    this.line = line;
    this.order = order;
    this.changes = changes;
    this.patience = patience;
  }

  /** The service was just read, and showed nothing of the call. */
  Optional<Duration> nothingShown(StepRun call) {
    if (isOver(call)) {
      return askAPerson(call, "");
    }
    Instant intended = call.intendedAt().orElseThrow();
    StartAttempts before = call.request().tries();
    Duration left = Duration.between(changes.now(), intended.plus(patience.listingGrace()));
    boolean afterTheGrace = left.isNegative() || left.isZero();
    if (!afterTheGrace || before.shownNothing() == 0) {
      return lookOnceMore(call, afterTheGrace ? patience.retryAfter() : left);
    }
    if (before.made() > patience.furtherCalls()) {
      return askAPerson(call, "");
    }
    try {
      Optional<String> objection = objection(call);
      if (objection.isPresent()) {
        return askAPerson(call, objection.get());
      }
    } catch (AdminApiException e) {
      return unreadable(call, e.getMessage(), patience.retryAfter());
    }
    log.info(
        "{}: the service lists no operation of ours since {}; it is called again",
        call.request().id(),
        intended);
    changes.save(call, call.startingAgain(changes.now()));
    return order.place(call);
  }

  /** Time has passed since the first call: the policy or the environment's name may be another. */
  private Optional<String> objection(StepRun call) {
    Request request = call.request();
    return line.objection(request, preflight.read(request.terms().work().affected().id()));
  }

  /** The service could not be read. */
  Optional<Duration> unreadable(StepRun call, String why, Duration pause) {
    if (isOver(call)) {
      return askAPerson(call, why);
    }
    changes.waitFor(call.request(), "Holdfast cannot see yet whether the call was taken. " + why);
    return Optional.of(pause);
  }

  private boolean isOver(StepRun call) {
    return changes.now().isAfter(call.request().tries().since().plus(patience.startingWithin()));
  }

  private Optional<Duration> lookOnceMore(StepRun call, Duration left) {
    call.request().nothingShown();
    changes.save(
        call.request(),
        call.request()
            .waitFor(
                "Holdfast looks for the operation that the call may have started.", changes.now()));
    return Optional.of(left.compareTo(patience.retryAfter()) < 0 ? left : patience.retryAfter());
  }

  private Optional<Duration> askAPerson(StepRun call, String why) {
    int made = call.request().tries().made();
    changes.save(
        call,
        call.becomeUnknown(
            new Outcome(
                changes.now(),
                "No answer came to %s, and no operation of it is to be seen on %s. Holdfast does not call again by itself. %s"
                    .formatted(
                        made == 1 ? "the call" : made + " calls",
                        call.work().affected().displayName(),
                        why)
                    .strip(),
                Optional.empty(),
                Optional.empty(),
                true)));
    return StateHandler.DONE;
  }
}
