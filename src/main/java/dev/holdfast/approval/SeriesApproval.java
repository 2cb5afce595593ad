package dev.holdfast.approval;

import dev.holdfast.message.Message;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.schedule.SeriesRun;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what with a series, and how its approval counts for its runs: each is a request with
 * the decisions of the series as its own, and the policy is asked for it like for any other.
 */
@Component
public class SeriesApproval {

  private final NewRequests requests;
  private final PermissionEvaluator permissions;

  SeriesApproval(NewRequests requests, PermissionEvaluator permissions) {
    this.requests = requests;
    this.permissions = permissions;
  }

  /** Whether a person may change a series, or let it go on: it's their own. */
  public boolean isOwner(Person person, Request approval) {
    return approval.details().isRequestedBy(person);
  }

  /** Whether a person may keep a series from running: who may approve it may, too. */
  public boolean mayStop(Person person, Request approval) {
    return isOwner(person, approval)
        || permissions.decidesAbout(person, approval.details().spec().environments());
  }

  /** Whether the approvals of a series are there, for exactly what it is. */
  public boolean isInForce(Request approval) {
    return approval.details().spec().isSeries()
        && approval.state() == RequestState.SUCCEEDED
        && approval.approval().hasRequiredApprovals();
  }

  /** Why the policy no longer allows a run at all; empty when it does, or can't tell now. */
  public Optional<Message> lastingDenial(Request approval, OperationSpec run) {
    return permissions
        .lastingDenial(approval.details().requester(), run)
        .or(() -> permissions.missingTicket(run, approval.details().submission().ticket()));
  }

  /** Why the policy doesn't allow a run now. */
  public Optional<Message> denial(Request approval, OperationSpec run) {
    return permissions.denial(approval.details().requester(), run);
  }

  /**
   * Requests a run. Call it only where there is no {@link #denial}.
   *
   * @param approval in force
   * @throws org.springframework.dao.DuplicateKeyException when it was requested before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Request submit(SeriesRun run, OperationSpec spec, PlannedStart start, Request approval) {
    Submission asked = approval.details().submission();
    SubmitRequest submission =
        new SubmitRequest(
            run.draft(),
            approval.details().requester(),
            asked.zone(),
            spec,
            approval.details().reason(),
            asked.origin().withoutMessage(),
            approval.details().warnings(),
            SubmitRequest.Asked.of(asked.ticket(), Optional.of(start)));
    return requests.storeRun(submission, approval, words(run, approval));
  }

  private static String words(SeriesRun run, Request approval) {
    List<Decision> given =
        approval.decisions().stream().filter(Decision::isApprovalInForce).toList();
    return "run of %s, as approved with %s%s"
        .formatted(
            run.series(),
            approval.id(),
            given.isEmpty()
                ? ""
                : given.stream()
                    .map(said -> "%s (%s)".formatted(said.by().name(), said.by().id()))
                    .collect(Collectors.joining(", ", " by ", "")));
  }
}
