package dev.holdfast.execution;

import dev.holdfast.environment.Check;
import dev.holdfast.environment.Findings;
import dev.holdfast.environment.Obstacle;
import dev.holdfast.environment.Preflight;
import dev.holdfast.environment.Severity;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.request.Call;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * APPROVED, or with a safety backup that can be restored: checks once more, commits the intent, and
 * calls.
 */
@Component
class SetOut implements Step {

  private final Preflight preflight;
  private final Turns turns;
  private final Order order;
  private final Changes changes;
  private final ExecutionProperties patience;

  SetOut(
      Preflight preflight,
      Turns turns,
      Order order,
      Changes changes,
      ExecutionProperties patience) {
    this.preflight = preflight;
    this.turns = turns;
    this.order = order;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    if (changes.now().isAfter(approvedAt(request).plus(patience.startWithin()))) {
      return giveUp(request, "It could not be started in time. " + request.waitsFor().orElse(""));
    }
    Findings found;
    try {
      found = check(request.terms().work());
    } catch (AdminApiException e) {
      changes.waitFor(request, "The checks before the call could not be made. " + e.getMessage());
      return e.answer().retryAfter().or(() -> Optional.of(patience.retryAfter()));
    }
    String red = red(found.checks());
    if (!red.isEmpty()) {
      return giveUp(request, "The checks just before the call found: " + red);
    }
    Optional<Obstacle> inTheWay =
        turn(request).map(why -> new Obstacle(why, Optional.empty())).or(found::obstacle);
    if (inTheWay.isPresent()) {
      changes.waitFor(request, inTheWay.get().why());
      return inTheWay.get().askAgainAfter().or(() -> Optional.of(patience.retryAfter()));
    }
    Call call = request.nextCall();
    changes.save(call, call.starting(changes.now()));
    return order.place(call);
  }

  /** With its safety backup it has its turn already: that must stay the way back. */
  private Optional<String> turn(Request request) {
    return request.state() == State.APPROVED ? turns.inTheWayOf(request) : Optional.empty();
  }

  private Findings check(Work work) {
    return work instanceof Work.Restore restore
        ? preflight.beforeTheCall(Order.of(restore))
        : preflight.backup(work.source().id());
  }

  private Optional<Duration> giveUp(Request request, String why) {
    changes.save(request, request.voidBecause(why.strip(), changes.now()));
    return DONE;
  }

  private static String red(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.severity() == Severity.RED)
        .map(Check::sentence)
        .collect(Collectors.joining(" "));
  }

  private static Instant approvedAt(Request request) {
    return request.decisions().stream()
        .map(Decision::at)
        .max(Comparator.naturalOrder())
        .orElse(request.terms().createdAt());
  }
}
