package dev.holdfast.approval.policy;

import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the policy asks of a request.
 *
 * @param consents one for each environment, in the role in which it's used; the requester is none
 *     of the approvers
 * @param windows how long there is to decide, by each rule; the one that ends first counts
 */
public record ApprovalRequirement(List<RequiredConsent> consents, List<ApprovalWindow> windows) {

  public ApprovalRequirement {
    consents = List.copyOf(consents);
    windows = List.copyOf(windows);
  }

  /** The window that ends first if it begins now. */
  public Optional<ApprovalWindow> shortest(Instant now) {
    return windows.stream().min(Comparator.comparing(window -> window.end(now)));
  }

  /** How many people could approve, for whatever environment. */
  public int approverCount() {
    return Math.toIntExact(
        consents.stream().flatMap(consent -> consent.approvers().stream()).distinct().count());
  }

  /** The terms of a request that is submitted now. */
  public ApprovalTerms terms(Instant now) {
    return new ApprovalTerms(consents, shortest(now).map(window -> window.end(now)).orElse(now));
  }
}
