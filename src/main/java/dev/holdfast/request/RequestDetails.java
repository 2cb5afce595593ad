package dev.holdfast.request;

import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What was asked, by whom and under which rules; never changes afterwards.
 *
 * @param draft the id of the form it came from: the same form sent twice is one request
 * @param reason why, in the requester's words; may be empty
 * @param zone the requester's time zone, for cards in places without one of their own
 * @param origin where it began
 * @param warnings the amber findings of the preflight checks that the requester saw
 * @param approvals how many people must agree; 0 when the policy asks for none
 * @param approvers Entra object ids of those who may decide, as the policy had it
 * @param createdAt when it was submitted
 * @param expiresAt when the chance to decide ends
 * @param digestVersion what its digest covers; see {@link RequestDigest}
 */
public record RequestDetails(
    String draft,
    OperationSpec spec,
    Person requester,
    String reason,
    ZoneId zone,
    RequestOrigin origin,
    List<AcceptedWarning> warnings,
    int approvals,
    List<String> approvers,
    Instant createdAt,
    Instant expiresAt,
    int digestVersion) {

  /** What the digest of a new request covers: everything that an approver sees. */
  public static final int DIGEST_VERSION = RequestDigest.OF_EVERYTHING;

  /** As from before the digest covered more than the operation. */
  public RequestDetails(
      String draft,
      OperationSpec spec,
      Person requester,
      String reason,
      ZoneId zone,
      RequestOrigin origin,
      List<AcceptedWarning> warnings,
      int approvals,
      List<String> approvers,
      Instant createdAt,
      Instant expiresAt) {
    this(
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
        RequestDigest.OF_THE_OPERATION);
  }

  /** Of what is approved. */
  public Digest digest() {
    return RequestDigest.of(this);
  }

  public boolean isRequestedBy(Person person) {
    return person.isSameAs(requester);
  }

  /** The request on whose card it was asked for; empty where a form was. */
  public Optional<RequestId> followUpOf() {
    return spec.followUpOf().flatMap(RequestId::parse);
  }
}
