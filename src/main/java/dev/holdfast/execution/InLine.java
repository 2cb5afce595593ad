package dev.holdfast.execution;

import dev.holdfast.environment.Subject;
import dev.holdfast.request.EnvironmentName;
import dev.holdfast.request.Request;
import dev.holdfast.request.StillApproved;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How an approved request waits for its turn, always with a word on its card: what it waits for,
 * its place in line, and until when. The time in line does not count for its start.
 */
@Component
class InLine {

  private final Turns turns;
  private final StillApproved stillApproved;
  private final Changes changes;
  private final ExecutionProperties patience;

  InLine(Turns turns, StillApproved stillApproved, Changes changes, ExecutionProperties patience) {
    this.turns = turns;
    this.stillApproved = stillApproved;
    this.changes = changes;
    this.patience = patience;
  }

  /** What has to end first, in words; empty when the way is free. */
  Optional<String> inTheWayOf(Request request) {
    return turns.inTheWayOf(request);
  }

  /** Stays in line. Empty when it was given up, because it has waited for too long. */
  Optional<Duration> stay(Request request, String why) {
    Instant until = request.approving().at().plus(patience.lineWithin());
    if (changes.now().isAfter(until)) {
      changes.save(
          request,
          request.approving().voidBecause("It waited in line for too long. " + why, changes.now()));
      return Step.DONE;
    }
    request
        .waiting()
        .inLine(why + " It waits until " + until + " at the latest.", changes.now())
        .ifPresent(event -> changes.save(request, event));
    return Optional.of(patience.retryAfter());
  }

  /**
   * Its turn has come. Says why it is nevertheless not to be started any more: the policy or its
   * approvals changed, or the time for its start is over.
   */
  Optional<String> objection(Request request) {
    request.waiting().turnCame(changes.now()).ifPresent(event -> changes.save(request, event));
    if (changes.now().isAfter(request.waiting().startableSince().plus(patience.startWithin()))) {
      return Optional.of("It could not be started in time. " + request.waitsFor().orElse(""));
    }
    return request.approving().hold()
        ? stillApproved.objection(request)
        : Optional.of("Its approvals are not for exactly what would be done.");
  }

  /** The same of the affected environment as it was read just now: it may have another name. */
  Optional<String> objection(Request request, Subject affected) {
    return stillApproved.objection(
        request, new EnvironmentName(affected.id(), affected.name(), ""));
  }
}
