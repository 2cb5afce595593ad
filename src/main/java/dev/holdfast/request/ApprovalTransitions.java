package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.ResolutionKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How people decide about a request before it is carried out. Each method that returns an event is
 * a transition of the {@link Request} that it came from.
 */
public final class ApprovalTransitions {

  private final Request request;

  ApprovalTransitions(Request request) {
    this.request = request;
  }

  /** Counts an approval; the last one that is needed moves the request on. */
  public RequestEvent approve(Person by, String comment, Digest seen, Instant now) {
    return request.apply(
        RequestTrigger.APPROVED,
        Attempt.decision(by, now, comment, seen),
        comment,
        () -> request.data().decisions.add(new Decision(by, true, comment, now, seen)));
  }

  /** One rejection ends it. */
  public RequestEvent reject(Person by, String comment, Instant now) {
    return request.apply(
        RequestTrigger.REJECTED,
        Attempt.of(by, now, comment),
        comment,
        () -> {
          Digest asked = request.details().digest();
          request.data().decisions.add(new Decision(by, false, comment, now, asked));
          request.data().outcome = Optional.of(Outcome.beforeStart(now, Message.plain(comment)));
        });
  }

  /** Nobody decided in time. */
  public RequestEvent expire(Instant now) {
    return end(RequestTrigger.EXPIRED, Attempt.ofWorker(now), Message.of("outcome.expired"));
  }

  /** Whether the requester can take it back: nothing of the target is being changed. */
  public boolean isCancellable() {
    return allows(RequestTrigger.CANCELLED, request.details().requester());
  }

  /** The requester takes it back. A safety backup that was taken already is kept. */
  public RequestEvent cancel(Person by, Instant now) {
    return end(RequestTrigger.CANCELLED, Attempt.of(by, now, ""), Message.plain(""));
  }

  /** The checks just before the call found that it is no longer possible as approved. */
  public RequestEvent voidRequest(Message reason, Instant now) {
    return end(RequestTrigger.VOIDED, Attempt.ofWorker(now), reason);
  }

  private RequestEvent end(RequestTrigger trigger, Attempt attempt, Message message) {
    return request.apply(
        trigger,
        attempt,
        StoredMessage.english(message),
        () -> request.data().outcome = Optional.of(Outcome.beforeStart(attempt.now(), message)));
  }

  private boolean allows(RequestTrigger trigger, Person by) {
    Attempt attempt = Attempt.of(by, request.details().submission().at(), "");
    return RequestTransitions.of(request, trigger, attempt).isPresent();
  }

  public boolean isDecidedBy(Person person) {
    return request.decisions().stream().anyMatch(decision -> decision.by().isSameAs(person));
  }

  /** How many have approved it. */
  public long approvalCount() {
    return request.decisions().stream().filter(Decision::approves).count();
  }

  /** Whether enough approvals are for exactly this. */
  public boolean hasRequiredApprovals() {
    Digest asked = request.details().digest();
    long holding =
        request.decisions().stream().filter(d -> d.approves() && d.digest().equals(asked)).count();
    return holding >= request.details().approvalTerms().approvals();
  }

  /**
   * When the last person said that it is to be done: by a decision, by settling that it is called
   * again, or by asking where nobody's approval is needed.
   */
  public Instant lastApprovedAt() {
    Stream<Instant> decided = request.decisions().stream().map(Decision::at);
    Stream<Instant> settled =
        request.resolutions().stream()
            .filter(said -> said.kind() == ResolutionKind.CALL_AGAIN)
            .map(Resolution::at);
    return Stream.concat(decided, settled)
        .max(Comparator.naturalOrder())
        .orElse(request.details().submission().at());
  }
}
