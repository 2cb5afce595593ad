package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.ApprovalTerms;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The details of a request as they are stored. */
@WireRecord
record DetailsDocument(
    String draft,
    @JsonProperty("work") OperationSpec spec,
    Person requester,
    String reason,
    ZoneId zone,
    RequestOrigin origin,
    List<AcceptedWarning> warnings,
    int approvals,
    List<String> approvers,
    Instant createdAt,
    Instant expiresAt) {

  static DetailsDocument of(RequestDetails details) {
    Submission submission = details.submission();
    ApprovalTerms approval = details.approvalTerms();
    return new DetailsDocument(
        submission.draft(),
        details.spec(),
        details.requester(),
        details.reason(),
        submission.zone(),
        submission.origin(),
        details.warnings(),
        approval.approvals(),
        approval.approvers(),
        submission.at(),
        approval.expiresAt());
  }

  RequestDetails toDetails() {
    return new RequestDetails(
        spec,
        requester,
        reason,
        warnings,
        new Submission(draft, zone, origin, createdAt),
        new ApprovalTerms(approvals, approvers, expiresAt));
  }
}
