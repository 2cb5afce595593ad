package dev.holdfast.approval;

import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.message.Message;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.RequiredConsent;
import java.util.Optional;

/** Who decides about a request's environments, as policy and request are now. */
final class Approvers {

  private final PolicyEvaluator policy;

  Approvers(PolicyEvaluator policy) {
    this.policy = policy;
  }

  /** In one's own right, leaving aside who asked. Once it has escalated, the second group may. */
  boolean mayDecide(Person person, Request request, EnvironmentUse use) {
    return policy.mayDecide(person, use)
        || isEscalated(request, use) && policy.isReserve(person, use);
  }

  private static boolean isEscalated(Request request, EnvironmentUse use) {
    return request.terms().consents().stream()
        .filter(consent -> consent.key().equals(RequiredConsent.key(use)))
        .anyMatch(RequiredConsent::isEscalated);
  }

  /** Whether a person could be decided for by another, had they delegated. */
  boolean mayDelegate(Person approver, Person delegate, Request request, EnvironmentUse use) {
    return policy.acceptsDelegate(delegate, use)
        && !request.details().isRequestedBy(approver)
        && !request.details().isRequestedBy(delegate)
        && mayDecide(approver, request, use);
  }

  /** Why it isn't known now who decides about an environment; empty when it is. */
  Optional<Message> doubt(Request request, EnvironmentUse use) {
    return policy
        .groups()
        .unreadableApprovers(use)
        .or(
            () ->
                isEscalated(request, use)
                    ? policy.groups().unreadableReserve(use)
                    : Optional.empty());
  }

  /** The same of who has decided about it, and by whose right. */
  Optional<Message> doubtOfDecisions(Request request, EnvironmentUse use) {
    return doubt(request, use)
        .or(
            () ->
                request.decisions().stream().anyMatch(decision -> !decision.actingFor().isEmpty())
                    ? policy.groups().unreadableDelegates(use)
                    : Optional.empty());
  }

  /** Whether those by whose right a decision was made still have it. */
  boolean stands(Decision decision, Request request, EnvironmentUse use) {
    return mayDecide(decision.by(), request, use)
        || decision.actingFor().stream()
            .anyMatch(approver -> mayDelegate(approver, decision.by(), request, use));
  }
}
