package dev.holdfast.request.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
    Instant expiresAt,
    @JsonInclude(Include.NON_ABSENT) Optional<Integer> digestVersion) {

  /** The digest of what was stored before there were versions covers the operation alone. */
  private static final int FIRST = 1;

  static DetailsDocument of(RequestDetails details) {
    return new DetailsDocument(
        details.draft(),
        details.spec(),
        details.requester(),
        details.reason(),
        details.zone(),
        details.origin(),
        details.warnings(),
        details.approvals(),
        details.approvers(),
        details.createdAt(),
        details.expiresAt(),
        Optional.of(details.digestVersion()).filter(version -> version != FIRST));
  }

  RequestDetails toDetails() {
    return new RequestDetails(
        draft,
        spec,
        requester,
        reason,
        zone,
        origin,
        warnings,
        approvals,
        approvers,
        createdAt,
        expiresAt,
        digestVersion.orElse(FIRST));
  }
}
