package dev.holdfast.approval;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Digest;
import dev.holdfast.ticket.RecentTicketChecks;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where requests are submitted, approved, rejected, cancelled and left to expire. */
@Service
public class ApprovalService {

  private final NewRequests requests;
  private final PermissionEvaluator permissions;
  private final TransactionTemplate transaction;
  private final DecisionTransaction deciding;
  private final RecentTicketChecks tickets;

  ApprovalService(
      NewRequests requests,
      PermissionEvaluator permissions,
      TransactionTemplate transaction,
      DecisionTransaction deciding,
      RecentTicketChecks tickets) {
    this.requests = requests;
    this.permissions = permissions;
    this.transaction = transaction;
    this.deciding = deciding;
    this.tickets = tickets;
  }

  /**
   * Stores a request, once for each draft: a second click gets the request of the first.
   *
   * @throws IllegalArgumentException when the policy objects; ask {@link
   *     PermissionEvaluator#denial} before
   */
  public Request submit(SubmitRequest submission) {
    denial(submission)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(StoredMessage.english(why));
            });
    try {
      return transaction.execute(status -> requests.store(submission));
    } catch (DuplicateKeyException twice) {
      return requests.find(submission.draft()).orElseThrow(() -> twice);
    }
  }

  /** The request that a person has made of a draft, if it was submitted. */
  public Optional<Request> submitted(String draft, Person by) {
    return requests.find(draft).filter(request -> by.isSameAs(request.details().requester()));
  }

  private Optional<Message> denial(SubmitRequest submission) {
    return denialOfPerson(submission)
        .or(() -> permissions.missingTicket(submission.spec(), submission.ticket()));
  }

  private Optional<Message> denialOfPerson(SubmitRequest submission) {
    if (!submission.emergency()) {
      return permissions.denial(submission.requester(), submission.spec());
    }
    return submission.reason().isBlank()
        ? Optional.of(Message.of("policy.emergencyReason"))
        : permissions.denialOfEmergency(submission.requester(), submission.spec());
  }

  /**
   * A request that the policy no longer allows is voided, no matter who approves it. Where it names
   * a change ticket, that has to have been checked just before ({@link DecisionPreparation}).
   *
   * @param version the request's version on the card that was clicked
   * @param seen the digest on that card
   */
  public DecisionResult approve(
      RequestId id, long version, Person by, String comment, Digest seen) {
    return deciding.decideUnless(
        id,
        new DecisionAttempt(by, "approve"),
        request ->
            whyNot(by, Permission.APPROVE, request, version)
                .map(why -> new DecisionResult.Refused(request, why))
                .or(() -> refusedByTicket(request)),
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

  private Optional<DecisionResult.Refused> refusedByTicket(Request request) {
    return tickets
        .objection(request)
        .map(why -> new DecisionResult.Refused(request, DenialReason.TICKET, Optional.of(why)));
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

  /**
   * Reviews an emergency. What changes meanwhile is no matter: it was done already. So nobody has
   * to say twice what they found.
   *
   * @param comment what was found; a review without is none
   */
  public DecisionResult review(RequestId id, Person by, String comment) {
    return deciding.decideLocked(
        id,
        new DecisionAttempt(by, "review"),
        request ->
            permissions
                .whyNot(by, Permission.REVIEW, request)
                .or(
                    () ->
                        comment.isBlank()
                            ? Optional.of(DenialReason.REVIEW_EMPTY)
                            : Optional.empty()),
        (request, now) -> request.emergency().review(by, comment, now));
  }

  public DecisionResult cancel(RequestId id, long version, Person by) {
    return cancel(id, by, request -> whyNot(by, Permission.CANCEL, request, version));
  }

  /**
   * Takes the request back whatever its newest version is: the person typed its id, no card was in
   * between.
   */
  public DecisionResult cancel(RequestId id, Person by) {
    return cancel(id, by, request -> permissions.whyNot(by, Permission.CANCEL, request));
  }

  /** Of what is carried out by its parts, those are canceled that haven't begun. */
  private DecisionResult cancel(
      RequestId id, Person by, Function<Request, Optional<DenialReason>> check) {
    DecisionAttempt attempt = new DecisionAttempt(by, "cancel");
    return requests.isCarriedOutByParts(id)
        ? deciding.decideAboutParts(
            id, attempt, check, (request, now) -> requests.cancelParts(request, by, now))
        : deciding.decide(id, attempt, check, (request, now) -> request.approval().cancel(by, now));
  }

  /** Ends a request that nobody decided on in time; anything else is left alone. */
  void expire(RequestId id) {
    deciding.decide(
        id,
        new DecisionAttempt(Person.HOLDFAST, "expire"),
        request ->
            request.state() == RequestState.AWAITING_APPROVAL
                    && !deciding.now().isBefore(request.terms().expiresAt())
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
