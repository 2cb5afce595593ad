package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Decision.Acting;
import dev.holdfast.request.RequestGuard.Attempt;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.step.ResolutionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /**
   * Takes over what the policy asks for now where it is more than before. Readers notice with the
   * decision that follows.
   */
  public void update(List<RequiredConsent> now) {
    request.data().terms = request.terms().stricterOf(now);
  }

  /**
   * Counts an approval for every consent whose approvers include this person; the last one that is
   * needed moves the request on.
   */
  public RequestEvent approve(Person by, String comment, Digest seen, Instant now) {
    return approve(by, Acting.NOBODY, comment, seen, now);
  }

  /** The same by a delegate, who also counts for what others delegated. */
  public RequestEvent approve(Person by, Acting acting, String comment, Digest seen, Instant now) {
    Attempt attempt = Attempt.decision(by, acting, now, comment, seen);
    return request.apply(
        RequestTrigger.APPROVED,
        attempt,
        acting.words(comment),
        () -> {
          List<String> consents =
              request.terms().consents().stream()
                  .filter(consent -> isFor(consent, attempt))
                  .map(RequiredConsent::key)
                  .toList();
          request.data().decisions.add(Decision.of(attempt, true, Optional.of(consents)));
          request.data().reopened = request.data().reopened.filter(why -> !isComplete());
        });
  }

  private static boolean isFor(RequiredConsent consent, Attempt attempt) {
    return consent.names(attempt.by().id()) || attempt.acting().consents().contains(consent.key());
  }

  /**
   * Nobody has decided yet, so a second group may, too.
   *
   * @param now what the policy asks for now
   * @param keys of the consents that the second group may give
   * @param words whom it names, for the audit log
   */
  public RequestEvent escalate(
      List<RequiredConsent> now, Set<String> keys, String words, Instant at) {
    return request.apply(
        RequestTrigger.ESCALATED,
        Attempt.ofWorker(at),
        words,
        () -> request.data().terms = request.terms().stricterOf(now).escalated(keys));
  }

  /**
   * A person withdraws an approval, which is possible until the call. A safety backup that is being
   * taken goes on.
   */
  public RequestEvent withdraw(Person by, String comment, Instant now) {
    return request.apply(
        RequestTrigger.APPROVAL_WITHDRAWN,
        Attempt.of(by, now, comment),
        comment,
        () -> {
          revoke(List.of(by), now);
          giveTime(now);
        });
  }

  /**
   * More approvals are needed than there are.
   *
   * @param required what the policy asks for now
   * @param noLonger whose approvals no longer count
   */
  public RequestEvent reopen(
      Message reason, List<RequiredConsent> required, List<Person> noLonger, Instant now) {
    return request.apply(
        RequestTrigger.REOPENED,
        Attempt.ofWorker(now),
        StoredMessage.english(reason),
        () -> {
          update(required);
          revoke(noLonger, now);
          giveTime(now);
          request.data().reopened = Optional.of(reason);
        });
  }

  private void revoke(List<Person> people, Instant now) {
    request
        .data()
        .decisions
        .replaceAll(
            decision ->
                decision.isApprovalInForce() && people.stream().anyMatch(decision::isOf)
                    ? decision.withdrawn(now)
                    : decision);
  }

  /** Where the time to decide is over, it begins again. */
  private void giveTime(Instant now) {
    ApprovalTerms terms = request.terms();
    Duration window =
        Duration.between(
            request.details().submission().at(), request.details().approvalTerms().expiresAt());
    if (!now.isBefore(terms.expiresAt())) {
      request.data().terms = terms.renewed(now, window).endingWith(request.queue().planned());
    }
  }

  /** Why approvals are asked for once more; empty when they aren't. */
  public Optional<Message> reopened() {
    return request.data().reopened;
  }

  /** One rejection ends it. */
  public RequestEvent reject(Person by, String comment, Instant now) {
    return reject(by, Acting.NOBODY, comment, now);
  }

  /** The same by a delegate. */
  public RequestEvent reject(Person by, Acting acting, String comment, Instant now) {
    Digest asked = request.details().digest();
    Attempt attempt = Attempt.decision(by, acting, now, comment, asked);
    return request.apply(
        RequestTrigger.REJECTED,
        attempt,
        acting.words(comment),
        () -> {
          request.data().decisions.add(Decision.of(attempt, false, Optional.empty()));
          request.data().outcome = Optional.of(Outcome.beforeStart(now, Message.plain(comment)));
        });
  }

  /** Nobody decided in time. */
  public RequestEvent expire(Instant now) {
    boolean tooLate =
        request.queue().planned().filter(start -> !now.isBefore(start.latest())).isPresent();
    return end(
        RequestTrigger.EXPIRED,
        Attempt.ofWorker(now),
        Message.of(tooLate ? "outcome.expired.start" : "outcome.expired"));
  }

  /** Whether approvals can be withdrawn: the call hasn't been made. */
  public boolean isWithdrawable() {
    return request.decisions().stream()
        .filter(Decision::isApprovalInForce)
        .anyMatch(decision -> allows(RequestTrigger.APPROVAL_WITHDRAWN, decision.by()));
  }

  /** Whether the requester can take it back: nothing of the target is being changed. */
  public boolean isCancellable() {
    return allows(RequestTrigger.CANCELLED, request.details().requester());
  }

  /** Whether it can still end without a call, whatever people say. */
  public boolean isVoidable() {
    return allows(RequestTrigger.VOIDED, Person.HOLDFAST);
  }

  /** The requester takes it back. A safety backup that was taken already is kept. */
  public RequestEvent cancel(Person by, Instant now) {
    return end(RequestTrigger.CANCELLED, Attempt.of(by, now, ""), Message.plain(""));
  }

  /** The checks just before the call found that it is no longer possible as approved. */
  public RequestEvent voidRequest(Message reason, Instant now) {
    return end(RequestTrigger.VOIDED, Attempt.ofWorker(now), reason);
  }

  /**
   * It's a rehearsal, its turn has come, and the checks just before the call passed.
   *
   * @param message says what would have been called
   */
  public RequestEvent endRehearsal(Message message, Instant now) {
    return end(RequestTrigger.REHEARSED, Attempt.ofWorker(now), message);
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

  /**
   * Whether a person's word counts, or that of somebody who decided for them; who withdrew it may
   * decide again.
   */
  public boolean isDecidedBy(Person person) {
    return request.decisions().stream()
        .anyMatch(decision -> decision.withdrawnAt().isEmpty() && decision.isOf(person));
  }

  /** Whether a person's approval counts, or one that was given for them. */
  public boolean isApprovedBy(Person person) {
    return request.decisions().stream()
        .anyMatch(decision -> decision.isApprovalInForce() && decision.isOf(person));
  }

  /** How many have approved it. */
  public long approvalCount() {
    return request.decisions().stream().filter(Decision::isApprovalInForce).count();
  }

  /** How many have approved it for one consent. */
  public long approvalCount(RequiredConsent consent) {
    return request.decisions().stream().filter(decision -> decision.countsFor(consent)).count();
  }

  private boolean isComplete() {
    return request.terms().consents().stream()
        .allMatch(consent -> approvalCount(consent) >= consent.approvals());
  }

  /** Whether it has all that it needs with this approval, too. */
  boolean isEnoughWith(Attempt attempt) {
    return request.terms().consents().stream()
        .allMatch(
            consent ->
                approvalCount(consent) + (isFor(consent, attempt) ? 1 : 0) >= consent.approvals());
  }

  /** Whether enough approvals are for exactly this. */
  public boolean hasRequiredApprovals() {
    Digest asked = request.details().digest();
    return request.terms().consents().stream()
        .allMatch(
            consent ->
                request.decisions().stream()
                        .filter(d -> d.countsFor(consent) && d.digest().equals(asked))
                        .count()
                    >= consent.approvals());
  }

  /**
   * When the last person said that it is to be done: by a decision, by settling that it is called
   * again, or by asking where nobody's approval is needed.
   */
  public Instant lastApprovedAt() {
    Stream<Instant> decided = request.decisions().stream().map(Decision::at);
    Stream<Instant> settled =
        request.resolution().all().stream()
            .filter(said -> said.kind() == ResolutionKind.CALL_AGAIN)
            .map(Resolution::at);
    return Stream.concat(decided, settled)
        .max(Comparator.naturalOrder())
        .orElse(request.details().submission().at());
  }
}
