package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import java.time.Instant;
import java.util.Optional;

/**
 * How a request waits for its planned start, and in line for others that work on the same
 * environments. Each method that returns an event is a transition of the {@link Request} that it
 * came from.
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
    Instant due = dueSince();
    return request.queuePosition().flatMap(QueuePosition::turnAt).filter(due::isBefore).orElse(due);
  }

  /** Since when it's approved, and its planned start isn't ahead. */
  private Instant dueSince() {
    Instant approved = request.approval().lastApprovedAt();
    return planned().map(PlannedStart::notBefore).filter(approved::isBefore).orElse(approved);
  }

  /** When it is to start; empty for as soon as possible. */
  public Optional<PlannedStart> planned() {
    return request.details().submission().start();
  }

  /** Whether its planned start is ahead. */
  public boolean isEarly(Instant now) {
    return planned().filter(start -> start.isAhead(now)).isPresent();
  }

  /** Whether nothing of it may start any more. */
  public boolean isLate(Instant now) {
    return startUntil().filter(now::isAfter).isPresent();
  }

  /**
   * Until when it may start, where that was planned. Its safety backup begins within the grace
   * period; once that can be used, what it asks for has the same time again.
   */
  public Optional<Instant> startUntil() {
    return planned()
        .map(
            start ->
                request
                    .safetyBackup()
                    .flatMap(SafetyBackup::created)
                    .map(CreatedBackup::usableAt)
                    .map(usable -> usable.plus(start.grace()))
                    .filter(start.latest()::isBefore)
                    .orElseGet(start::latest));
  }

  /** Its planned start and the grace period are over. A safety backup that was taken is kept. */
  public RequestEvent miss(Instant now) {
    Message missed =
        Message.of(
            request.safetyBackup().isPresent() ? "outcome.missed.backedUp" : "outcome.missed",
            "from",
            planned().map(PlannedStart::notBefore).orElse(now),
            "until",
            startUntil().orElse(now));
    Message why =
        missed.then(request.waitReason().orElseGet(() -> Message.of("outcome.missed.noReason")));
    return request.apply(
        RequestTrigger.MISSED,
        Attempt.ofWorker(now),
        StoredMessage.english(why),
        () -> request.data().outcome = Optional.of(Outcome.beforeStart(now, why)));
  }
}
