package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The details of a request as they are stored.
 *
 * @param approvals the sum over all consents: versions that know of one only ask for no fewer
 * @param consents missing in requests from before there were several
 */
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
    Instant expiresAt,
    @JsonInclude(Include.NON_EMPTY) @Nullable List<RequiredConsent> consents,
    @JsonInclude(Include.NON_ABSENT) Optional<Integer> digestVersion,
    @JsonInclude(Include.NON_ABSENT) Optional<EmergencyDocument> emergency,
    @JsonInclude(Include.NON_ABSENT) Optional<Boolean> rehearsal,
    @JsonInclude(Include.NON_ABSENT) Optional<String> ticket,
    @JsonInclude(Include.NON_ABSENT) Optional<PlannedStart> start) {

  /** The digest of what was stored before there were versions covers the operation alone. */
  private static final int FIRST = 1;

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
        approval.separate().stream().mapToInt(RequiredConsent::approvals).sum(),
        approval.approvers(),
        submission.at(),
        approval.expiresAt(),
        approval.consents(),
        Optional.of(details.digestVersion()).filter(version -> version != FIRST),
        details.emergency().map(EmergencyDocument::of),
        Optional.of(true).filter(only -> details.isRehearsal()),
        submission.ticket(),
        submission.start());
  }

  RequestDetails toDetails() {
    return new RequestDetails(
        spec,
        requester,
        reason,
        warnings,
        new Submission(draft, zone, origin, createdAt, rehearsal.orElse(false), ticket, start),
        consents == null || consents.isEmpty()
            ? ApprovalTerms.ofAffected(spec, approvals, approvers, expiresAt)
            : new ApprovalTerms(consents, expiresAt),
        digestVersion.orElse(FIRST),
        emergency.map(EmergencyDocument::toEmergency));
  }
}
