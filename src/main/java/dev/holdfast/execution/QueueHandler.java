package dev.holdfast.execution;

import dev.holdfast.execution.EnvironmentQueue;
import dev.holdfast.execution.ExecutionProperties;
import dev.holdfast.execution.RequestUpdater;
import dev.holdfast.execution.StateHandler;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.request.ApprovalRevalidator;
import dev.holdfast.request.EnvironmentRef;
import dev.holdfast.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How an approved request waits for its turn, always with a word on its card: what it waits for,
 * its place in line, and until when. The time in line does not count for its start.
 */
@Component
class QueueHandler {

  private final EnvironmentQueue turns;
  private final ApprovalRevalidator stillApproved;
  private final RequestUpdater changes;
  private final ExecutionProperties patience;

  QueueHandler(
      EnvironmentQueue turns,
      ApprovalRevalidator stillApproved,
      RequestUpdater changes,
      ExecutionProperties patience) {
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
      return StateHandler.DONE;
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
  Optional<String> objection(Request request, EnvironmentProfile affected) {
    return stillApproved.objection(request, new EnvironmentRef(affected.id(), affected.name(), ""));
  }
}
