package dev.holdfast.approval;

import dev.holdfast.approval.policy.ApprovalRequirement;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where requests are submitted, approved, rejected, cancelled and left to expire. */
@Service
public class ApprovalService {

  private final RequestRepository requests;
  private final PermissionEvaluator permissions;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final DecisionTransaction deciding;

  ApprovalService(
      RequestRepository requests,
      PermissionEvaluator permissions,
      Clock clock,
      TransactionTemplate transaction,
      DecisionTransaction deciding) {
    this.requests = requests;
    this.permissions = permissions;
    this.clock = clock;
    this.transaction = transaction;
    this.deciding = deciding;
  }

  /**
   * Stores a request, once for each draft: a second click gets the request of the first.
   *
   * @throws IllegalArgumentException when the policy objects; ask {@link
   *     PermissionEvaluator#denial} before
   */
  public Request submit(SubmitRequest submission) {
    permissions
        .denial(submission.requester(), submission.spec())
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(StoredMessage.english(why));
            });
    try {
      return transaction.execute(status -> store(submission));
    } catch (DuplicateKeyException twice) {
      return requests.findByDraft(submission.draft()).orElseThrow(() -> twice);
    }
  }

  /** The request that a person has made of a draft, if it was submitted. */
  public Optional<Request> submitted(String draft, Person by) {
    return requests
        .findByDraft(draft)
        .filter(request -> by.isSameAs(request.details().requester()));
  }

  private Request store(SubmitRequest submission) {
    Optional<Request> before = requests.findByDraft(submission.draft());
    if (before.isPresent()) {
      return before.get();
    }
    ApprovalRequirement demand = permissions.requirement(submission.requester(), submission.spec());
    Instant now = clock.instant();
    RequestDetails details =
        new RequestDetails(
            submission.spec(),
            submission.requester(),
            submission.reason(),
            submission.warnings(),
            new Submission(submission.draft(), submission.zone(), submission.origin(), now),
            demand.terms(now),
            RequestDetails.DIGEST_VERSION);
    Request request = Request.submit(requests.nextId(), details);
    requests.add(request, request.submitted());
    return request;
  }

  /**
   * A request that the policy no longer allows is voided, no matter who approves it.
   *
   * @param version the request's version on the card that was clicked
   * @param seen the digest on that card
   */
  public DecisionResult approve(
      RequestId id, long version, Person by, String comment, Digest seen) {
    return deciding.decide(
        id,
        new DecisionAttempt(by, "approve"),
        request -> whyNot(by, Permission.APPROVE, request, version),
        (request, now) -> {
          Optional<Message> forbidden = permissions.lastingDenial(request);
          if (forbidden.isPresent()) {
            return request.approval().voidRequest(forbidden.get(), now);
          }
          request.approval().update(permissions.consentsFor(request, by));
          Decision.Acting acting = permissions.actingFor(by, request);
          return request.approval().approve(by, acting, comment, seen, now);
        });
  }

  /** Withdraws this person's approval, which is possible until the call. */
  public DecisionResult withdraw(RequestId id, long version, Person by, String comment) {
    return deciding.decide(
        id,
        new DecisionAttempt(by, "withdraw"),
        request -> whyNot(by, Permission.WITHDRAW, request, version),
        (request, now) -> request.approval().withdraw(by, comment, now));
  }

  /** A rejection needs a comment: the requester must learn why. */
  public DecisionResult reject(RequestId id, long version, Person by, String comment) {
    return deciding.decide(
        id,
        new DecisionAttempt(by, "reject"),
        request -> {
          Optional<DenialReason> why = whyNot(by, Permission.REJECT, request, version);
          return why.isEmpty() && comment.isBlank()
              ? Optional.of(DenialReason.COMMENT_MISSING)
              : why;
        },
        (request, now) ->
            request.approval().reject(by, permissions.actingFor(by, request), comment, now));
  }

  public DecisionResult cancel(RequestId id, long version, Person by) {
    return deciding.decide(
        id,
        new DecisionAttempt(by, "cancel"),
        request -> whyNot(by, Permission.CANCEL, request, version),
        (request, now) -> request.approval().cancel(by, now));
  }

  /**
   * Takes the request back whatever its newest version is: the person typed its id, no card was in
   * between.
   */
  public DecisionResult cancel(RequestId id, Person by) {
    return deciding.decide(
        id,
        new DecisionAttempt(by, "cancel"),
        request -> permissions.whyNot(by, Permission.CANCEL, request),
        (request, now) -> request.approval().cancel(by, now));
  }

  /** Ends a request that nobody decided on in time; anything else is left alone. */
  void expire(RequestId id) {
    deciding.decide(
        id,
        new DecisionAttempt(Person.HOLDFAST, "expire"),
        request ->
            request.state() == RequestState.AWAITING_APPROVAL
                    && !clock.instant().isBefore(request.terms().expiresAt())
                ? Optional.empty()
                : Optional.of(DenialReason.CLOSED),
        (request, now) -> request.approval().expire(now));
  }

  private Optional<DenialReason> whyNot(Person by, Permission what, Request request, long version) {
    return permissions
        .whyNot(by, what, request)
        .or(
            () ->
                request.version() == version ? Optional.empty() : Optional.of(DenialReason.STALE));
  }
}
