package dev.holdfast.request;

import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What was asked, by whom and under which rules; never changes afterwards.
 *
 * @param reason why, in the requester's words; may be empty
 * @param warnings the amber findings of the preflight checks that the requester saw
 * @param approvalTerms as they were at its submission; {@link Request#terms} are those in force
 */
public record RequestDetails(
    OperationSpec spec,
    Person requester,
    String reason,
    List<AcceptedWarning> warnings,
    Submission submission,
    ApprovalTerms approvalTerms) {

  public Digest digest() {
    return Digest.of(spec);
  }

  public boolean isRequestedBy(Person person) {
    return person.isSameAs(requester);
  }

  /** The request on whose card it was asked for; empty where a form was. */
  public Optional<RequestId> followUpOf() {
    return spec.followUpOf().flatMap(RequestId::parse);
  }

  /**
   * How it was sent.
   *
   * @param draft the id of the form it came from: the same form sent twice is one request
   * @param zone the requester's time zone, for cards in places without one of their own
   * @param origin where it began
   */
  public record Submission(String draft, ZoneId zone, RequestOrigin origin, Instant at) {}
}
