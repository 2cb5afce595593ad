package dev.holdfast.request;

import dev.holdfast.request.Decision;
import dev.holdfast.request.Digest;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.Resolution;

import dev.holdfast.request.SafetyBackup.Phase;
import java.time.Instant;
import java.util.Comparator;
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
    RequestDetails details = request.details();
    undecided("approve");
    request.require(!by.isSameAs(details.requester()), "approve as the requester");
    request.require(
        request.decisions().stream().noneMatch(d -> d.by().isSameAs(by)), "approve twice");
    request.require(seen.equals(details.digest()), "approve something else");
    request.addDecision(new Decision(by, true, comment, now, seen));
    RequestState next =
        approvalCount() >= details.approvals()
            ? RequestState.APPROVED
            : RequestState.AWAITING_APPROVAL;
    return request.transitionTo(next, RequestEventType.APPROVED, by, now, comment);
  }

  /** One rejection ends it. */
  public RequestEvent reject(Person by, String comment, Instant now) {
    RequestDetails details = request.details();
    undecided("reject");
    request.require(!by.isSameAs(details.requester()), "reject as the requester");
    request.addDecision(new Decision(by, false, comment, now, details.digest()));
    return request.end(
        RequestState.REJECTED,
        RequestEventType.REJECTED,
        by,
        now,
        Outcome.beforeStart(now, comment));
  }

  /** Nobody decided in time. */
  public RequestEvent expire(Instant now) {
    undecided("expire");
    request.require(!now.isBefore(request.details().expiresAt()), "expire early");
    Outcome end = Outcome.beforeStart(now, "Nobody decided in time.");
    return request.end(RequestState.EXPIRED, RequestEventType.EXPIRED, Person.HOLDFAST, now, end);
  }

  /** Whether the requester can take it back: nothing of the target is being changed. */
  public boolean isCancellable() {
    return switch (request.state()) {
      case AWAITING_APPROVAL, APPROVED -> true;
      case SAFETY_BACKUP ->
          request.safetyBackup().filter(backup -> backup.phase() == Phase.TAKEN).isPresent();
      default -> false;
    };
  }

  /** The requester takes it back. A safety backup that was taken already is kept. */
  public RequestEvent cancel(Person by, Instant now) {
    request.require(isCancellable(), "cancel");
    request.require(by.isSameAs(request.details().requester()), "cancel as somebody else");
    return request.end(
        RequestState.CANCELLED, RequestEventType.CANCELLED, by, now, Outcome.beforeStart(now, ""));
  }

  /** The checks just before the call found that it is no longer possible as approved. */
  public RequestEvent voidRequest(String reason, Instant now) {
    request.require(request.state() != RequestState.AWAITING_APPROVAL && isCancellable(), "void");
    Outcome end = Outcome.beforeStart(now, reason);
    return request.end(RequestState.VOIDED, RequestEventType.VOIDED, Person.HOLDFAST, now, end);
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
    return holding >= request.details().approvals();
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
        .orElse(request.details().createdAt());
  }

  private void undecided(String what) {
    request.require(request.state() == RequestState.AWAITING_APPROVAL, what);
  }
}
