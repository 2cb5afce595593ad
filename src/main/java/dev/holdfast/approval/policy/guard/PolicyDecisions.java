package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.guard.PolicyProposal.Decision;
import dev.holdfast.approval.policy.guard.PolicyProposal.State;
import dev.holdfast.approval.policy.guard.StoredPolicy.Reason;
import dev.holdfast.request.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what guardians say about a proposal. Who guards is what the policy in force says, as it's
 * in the database at that moment.
 */
@Service
class PolicyDecisions {

  private final StoredPolicies stored;
  private final PolicyProposals proposals;
  private final PolicyAdoption adoption;
  private final PolicyChangeLog changes;
  private final Clock clock;

  PolicyDecisions(
      StoredPolicies stored,
      PolicyProposals proposals,
      PolicyAdoption adoption,
      PolicyChangeLog changes,
      Clock clock) {
    this.stored = stored;
    this.proposals = proposals;
    this.adoption = adoption;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * @param seen the digest of the policy that the card showed
   */
  @Transactional
  public PolicyDecisionResult decide(long id, String seen, Person person, boolean approves) {
    stored.lock();
    StoredPolicy current = stored.current().orElseThrow();
    Guardians guardians = stored.guardians(current);
    Optional<PolicyProposal> proposal =
        proposals
            .find(id)
            .filter(PolicyProposal::isPending)
            .filter(one -> one.digest().equals(seen) && one.base() == current.id());
    if (!guardians.include(person.id())) {
      return PolicyDecisionResult.NOT_A_GUARDIAN;
    } else if (proposal.isEmpty()) {
      return PolicyDecisionResult.STALE;
    } else if (proposal.get().isDecidedBy(person)) {
      return PolicyDecisionResult.DECIDED_BEFORE;
    }
    Decision decision = new Decision(person, approves, clock.instant());
    proposals.add(id, decision);
    changes.decided(proposal.get(), decision);
    decided(proposals.find(id).orElseThrow(), current);
    return PolicyDecisionResult.DONE;
  }

  private void decided(PolicyProposal proposal, StoredPolicy current) {
    Policy before = current.orNothing();
    Guardians guardians = stored.guardians(current);
    Optional<Policy> next = proposal.policy();
    List<Person> approvers =
        proposal.decisions().stream()
            .filter(Decision::approved)
            .map(Decision::by)
            .filter(person -> guardians.include(person.id()))
            .toList();
    if (proposal.decisions().stream().anyMatch(decision -> !decision.approved())) {
      adoption.close(proposal, State.REJECTED);
    } else if (approvers.size() >= guardians.approvals() && next.isPresent()) {
      adoption.replace(before, proposal.text(), next.get(), Reason.APPROVED, names(approvers));
      adoption.close(proposal, State.APPROVED);
    } else {
      adoption.changed(proposal.id(), List.of());
    }
  }

  private static String names(List<Person> people) {
    return people.stream()
        .map(person -> "%s (%s)".formatted(person.name(), person.id()))
        .collect(Collectors.joining(", "));
  }
}
