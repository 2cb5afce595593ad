package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.request.RequestGuard.Attempt;
import java.time.Instant;
import java.util.Optional;

/**
 * How a request waits in line for others that work on the same environments. Each method that
 * returns an event is a transition of the {@link Request} that it came from.
 */
public final class QueueTransitions {

  private final Request request;

  QueueTransitions(Request request) {
    this.request = request;
  }

  /** Whether others go first, as far as was last seen. */
  public boolean isQueued() {
    return request.queuePosition().filter(line -> line.turnAt().isEmpty()).isPresent();
  }

  /** Which request is next to end before it. */
  public Optional<RequestId> waitingFor() {
    return isQueued() ? request.queuePosition().flatMap(QueuePosition::waitsFor) : Optional.empty();
  }

  /**
   * Others go first; the same reason again is no event.
   *
   * @param first which of them is next to end; empty when no request is in the way
   */
  public Optional<RequestEvent> enqueue(Optional<RequestId> first, Message reason, Instant now) {
    Optional<RequestEvent> event = request.waitFor(RequestTrigger.QUEUED, reason, now);
    Instant since = request.queuePosition().map(QueuePosition::since).orElse(now);
    request.data().queuePosition = Optional.of(new QueuePosition(since, Optional.empty(), first));
    return event;
  }

  /** Nobody is before it any more; from now on it has its time to start. */
  public Optional<RequestEvent> dequeue(Instant now) {
    request.requireRow(RequestTrigger.DEQUEUED, Attempt.ofWorker(now));
    if (!isQueued()) {
      return Optional.empty();
    }
    Instant since = request.queuePosition().orElseThrow().since();
    request.data().queuePosition =
        Optional.of(new QueuePosition(since, Optional.of(now), Optional.empty()));
    return request.waitFor(RequestTrigger.DEQUEUED, Message.of("queue.turn"), now);
  }

  /** Since when nothing of Holdfast keeps it from its start. */
  public Instant startableSince() {
    Instant approved = request.approval().lastApprovedAt();
    return request
        .queuePosition()
        .flatMap(QueuePosition::turnAt)
        .filter(approved::isBefore)
        .orElse(approved);
  }
}
