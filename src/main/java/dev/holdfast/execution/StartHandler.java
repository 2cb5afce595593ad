package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepRun;
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
class StartHandler implements StateHandler {

  private final PreflightService preflight;
  private final QueueHandler line;
  private final EnvironmentQueue turns;
  private final OperationStarter order;
  private final RequestUpdater changes;
  private final ExecutionProperties patience;

  StartHandler(
      PreflightService preflight,
      QueueHandler line,
      EnvironmentQueue turns,
      OperationStarter order,
      RequestUpdater changes,
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
        request.state() == RequestState.APPROVED ? line.inTheWayOf(request) : Optional.empty();
    if (inTheWay.isPresent()) {
      return line.stay(request, inTheWay.get());
    }
    Optional<String> objection = line.objection(request);
    if (objection.isPresent()) {
      return giveUp(request, objection.get());
    }
    PreflightResult found;
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
      TemporaryBlocker obstacle = found.obstacle().get();
      changes.waitFor(request, obstacle.why());
      return obstacle.askAgainAfter().or(() -> Optional.of(patience.retryAfter()));
    }
    StepRun call = request.nextCall();
    Optional<String> faster = begin(call);
    return faster.isPresent() ? line.stay(request, faster.get()) : order.place(call);
  }

  /** With its safety backup it has its turn already: that must stay the way back. */
  private Optional<String> begin(StepRun call) {
    Request request = call.request();
    if (request.state() == RequestState.APPROVED) {
      return turns.begin(request, () -> call.starting(changes.now()));
    }
    changes.save(call, call.starting(changes.now()));
    return Optional.empty();
  }

  private PreflightResult check(OperationSpec work) {
    return work instanceof OperationSpec.Restore restore
        ? preflight.beforeTheCall(OperationStarter.of(restore))
        : preflight.backup(work.source().id());
  }

  private Optional<Duration> giveUp(Request request, String why) {
    changes.save(request, request.approving().voidBecause(why.strip(), changes.now()));
    return DONE;
  }

  private static String red(List<Finding> checks) {
    return checks.stream()
        .filter(check -> check.severity() == Severity.RED)
        .map(Finding::sentence)
        .collect(Collectors.joining(" "));
  }
}
