package dev.holdfast.request;

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

  /** Which request is next to end before it; the words on its card begin with that one. */
  public Optional<RequestId> waitingFor() {
    return isQueued() ? request.waitReason().flatMap(RequestId::firstIn) : Optional.empty();
  }

  /** Others go first; the same words again are no event. */
  public Optional<RequestEvent> enqueue(String words, Instant now) {
    boolean queued = isQueued();
    Optional<RequestEvent> event = request.waitFor(RequestTrigger.QUEUED, words, now);
    if (!queued) {
      Instant since = request.queuePosition().map(QueuePosition::since).orElse(now);
      request.data().queuePosition = Optional.of(new QueuePosition(since, Optional.empty()));
    }
    return event;
  }

  /** Nobody is before it any more; from now on it has its time to start. */
  public Optional<RequestEvent> dequeue(Instant now) {
    request.requireRow(RequestTrigger.DEQUEUED, Attempt.ofWorker(now));
    if (!isQueued()) {
      return Optional.empty();
    }
    Instant since = request.queuePosition().orElseThrow().since();
    request.data().queuePosition = Optional.of(new QueuePosition(since, Optional.of(now)));
    return request.waitFor(
        RequestTrigger.DEQUEUED,
        "It is its turn. Holdfast checks once more, then calls the service.",
        now);
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
