package dev.holdfast.execution;

import dev.holdfast.environment.Preflight;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.request.Call;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Request;
import dev.holdfast.request.Tries;
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
class CallAgain {

  private static final Logger log = LoggerFactory.getLogger(CallAgain.class);

  private final Preflight preflight;
  private final InLine line;
  private final Order order;
  private final Changes changes;
  private final ExecutionProperties patience;

  CallAgain(
      Preflight preflight,
      InLine line,
      Order order,
      Changes changes,
      ExecutionProperties patience) {
    this.preflight = preflight;
    this.line = line;
    this.order = order;
    this.changes = changes;
    this.patience = patience;
  }

  /** The service was just read, and showed nothing of the call. */
  Optional<Duration> nothingShown(Call call) {
    if (isOver(call)) {
      return askAPerson(call, "");
    }
    Instant intended = call.intendedAt().orElseThrow();
    Tries before = call.request().tries();
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
  private Optional<String> objection(Call call) {
    Request request = call.request();
    return line.objection(request, preflight.read(request.terms().work().affected().id()));
  }

  /** The service could not be read. */
  Optional<Duration> unreadable(Call call, String why, Duration pause) {
    if (isOver(call)) {
      return askAPerson(call, why);
    }
    changes.waitFor(call.request(), "Holdfast cannot see yet whether the call was taken. " + why);
    return Optional.of(pause);
  }

  private boolean isOver(Call call) {
    return changes.now().isAfter(call.request().tries().since().plus(patience.startingWithin()));
  }

  private Optional<Duration> lookOnceMore(Call call, Duration left) {
    call.request().nothingShown();
    changes.save(
        call.request(),
        call.request()
            .waitFor(
                "Holdfast looks for the operation that the call may have started.", changes.now()));
    return Optional.of(left.compareTo(patience.retryAfter()) < 0 ? left : patience.retryAfter());
  }

  private Optional<Duration> askAPerson(Call call, String why) {
    int made = call.request().tries().made();
    changes.save(
        call,
        call.becomeUnknown(
            new Ending(
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
    return Step.DONE;
  }
}
