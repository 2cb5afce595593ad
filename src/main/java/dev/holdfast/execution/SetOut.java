package dev.holdfast.execution;

import dev.holdfast.environment.Check;
import dev.holdfast.environment.Findings;
import dev.holdfast.environment.Obstacle;
import dev.holdfast.environment.Preflight;
import dev.holdfast.environment.Severity;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.request.Call;
import dev.holdfast.request.Request;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.time.Duration;
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
  private final InLine line;
  private final Turns turns;
  private final Order order;
  private final Changes changes;
  private final ExecutionProperties patience;

  SetOut(
      Preflight preflight,
      InLine line,
      Turns turns,
      Order order,
      Changes changes,
      ExecutionProperties patience) {
    this.preflight = preflight;
    this.line = line;
    this.turns = turns;
    this.order = order;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    Optional<String> inTheWay =
        request.state() == State.APPROVED ? line.inTheWayOf(request) : Optional.empty();
    if (inTheWay.isPresent()) {
      return line.stay(request, inTheWay.get());
    }
    Optional<String> objection = line.objection(request);
    if (objection.isPresent()) {
      return giveUp(request, objection.get());
    }
    Findings found;
    try {
      found = check(request.terms().work());
    } catch (AdminApiException e) {
      changes.waitFor(request, "The checks before the call could not be made. " + e.getMessage());
      return e.answer().retryAfter().or(() -> Optional.of(patience.retryAfter()));
    }
    Optional<String> renamed = line.objection(request, found.affected());
    if (renamed.isPresent()) {
      return giveUp(request, renamed.get());
    }
    String red = red(found.checks());
    if (!red.isEmpty()) {
      return giveUp(request, "The checks just before the call found: " + red);
    }
    if (found.obstacle().isPresent()) {
      Obstacle obstacle = found.obstacle().get();
      changes.waitFor(request, obstacle.why());
      return obstacle.askAgainAfter().or(() -> Optional.of(patience.retryAfter()));
    }
    Call call = request.nextCall();
    Optional<String> faster = begin(call);
    return faster.isPresent() ? line.stay(request, faster.get()) : order.place(call);
  }

  /** With its safety backup it has its turn already: that must stay the way back. */
  private Optional<String> begin(Call call) {
    Request request = call.request();
    if (request.state() == State.APPROVED) {
      return turns.begin(request, () -> call.starting(changes.now()));
    }
    changes.save(call, call.starting(changes.now()));
    return Optional.empty();
  }

  private Findings check(Work work) {
    return work instanceof Work.Restore restore
        ? preflight.beforeTheCall(Order.of(restore))
        : preflight.backup(work.source().id());
  }

  private Optional<Duration> giveUp(Request request, String why) {
    changes.save(request, request.approving().voidBecause(why.strip(), changes.now()));
    return DONE;
  }

  private static String red(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.severity() == Severity.RED)
        .map(Check::sentence)
        .collect(Collectors.joining(" "));
  }
}
