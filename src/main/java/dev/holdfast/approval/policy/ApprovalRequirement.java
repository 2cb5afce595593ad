package dev.holdfast.approval.policy;

import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the policy asks of a request.
 *
 * @param consents one for each environment, in the role in which it's used; the requester is none
 *     of the approvers
 */
public record ApprovalRequirement(List<RequiredConsent> consents, Duration expiresAfter) {

  public ApprovalRequirement {
    consents = List.copyOf(consents);
  }

  /** How many people could approve, for whatever environment. */
  public int approverCount() {
    return Math.toIntExact(
        consents.stream().flatMap(consent -> consent.approvers().stream()).distinct().count());
  }

  /** The terms of a request that is submitted now. */
  public ApprovalTerms terms(Instant now) {
    return new ApprovalTerms(consents, now.plus(expiresAfter));
  }
}
