package dev.holdfast.approval;

import dev.holdfast.approval.policy.ApprovalRequirement;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.followup.PartRequests;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.support.RehearsalProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes requests of submissions, each once for its draft. */
@Component
class NewRequests {

  private final RequestRepository requests;
  private final PermissionEvaluator permissions;
  private final RehearsalProperties mode;
  private final PartRequests parts;
  private final Clock clock;

  NewRequests(
      RequestRepository requests,
      PermissionEvaluator permissions,
      RehearsalProperties mode,
      PartRequests parts,
      Clock clock) {
    this.requests = requests;
    this.parts = parts;
    this.permissions = permissions;
    this.mode = mode;
    this.clock = clock;
  }

  Optional<Request> find(String draft) {
    return requests.findByDraft(draft);
  }

  Optional<Request> find(RequestId id) {
    return requests.find(id);
  }

  /** Whether its parts are under way. */
  boolean isCarriedOutByParts(RequestId id) {
    return find(id)
        .filter(request -> request.state().isExecuting())
        .filter(request -> request.details().spec().hasParts())
        .isPresent();
  }

  void cancelParts(Request whole, Person by, Instant now) {
    parts.cancelWaiting(whole, by, now);
  }

  /** Stores it with its event; what was stored of the draft before stays. */
  Request store(SubmitRequest submission) {
    return find(submission.draft()).orElseGet(() -> add(submission));
  }

  private Request add(SubmitRequest submission) {
    Person requester = submission.requester();
    ApprovalRequirement demand =
        permissions.requirement(requester, submission.spec(), submission.emergency());
    Optional<Emergency> emergency =
        submission.emergency()
            ? Optional.of(permissions.emergencyTerms(requester, submission.spec()))
            : Optional.empty();
    Request request = Request.submit(requests.nextId(), details(submission, demand, emergency));
    requests.add(request, request.submitted());
    return request;
  }

  /**
   * Stores a run of a series with its event.
   *
   * @param approval the request of the series
   */
  Request storeRun(SubmitRequest submission, Request approval, String words) {
    ApprovalRequirement demand =
        permissions.requirement(submission.requester(), submission.spec(), false);
    Request run =
        Request.submitRun(
            requests.nextId(), details(submission, demand, Optional.empty()), approval);
    requests.add(run, run.submittedAsRun(words));
    return run;
  }

  private RequestDetails details(
      SubmitRequest submission, ApprovalRequirement demand, Optional<Emergency> emergency) {
    Submission sent =
        new Submission(
            submission.draft(),
            submission.zone(),
            submission.origin(),
            clock.instant(),
            mode.covers(submission.shownAsRehearsal()),
            submission.ticket(),
            submission.start());
    return new RequestDetails(
        submission.spec(),
        submission.requester(),
        submission.reason(),
        submission.warnings(),
        sent,
        demand.terms(sent.at()).endingWith(sent.start()),
        RequestDetails.DIGEST_VERSION,
        emergency);
  }
}
