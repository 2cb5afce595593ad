package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.guard.PolicyProposal.State;
import dev.holdfast.approval.policy.guard.StoredPolicy.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a policy in force for all replicas, in the transaction that decided that. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PolicyAdoption {

  private final StoredPolicies stored;
  private final PolicyProposals proposals;
  private final PolicyChangeLog changes;
  private final ObjectProvider<PolicyProposalListener> listeners;
  private final Clock clock;

  PolicyAdoption(
      StoredPolicies stored,
      PolicyProposals proposals,
      PolicyChangeLog changes,
      ObjectProvider<PolicyProposalListener> listeners,
      Clock clock) {
    this.stored = stored;
    this.proposals = proposals;
    this.changes = changes;
    this.listeners = listeners;
    this.clock = clock;
  }

  void first(PolicyText text, String digest) {
    stored.add(text, digest, Reason.FIRST, "", clock.instant());
  }

  /**
   * Another policy takes the place of the one in force.
   *
   * @param approvedBy empty where nobody had to agree
   */
  void replace(Policy before, PolicyText text, Policy next, Reason reason, String approvedBy) {
    stored.add(text, next.digest(), reason, approvedBy, clock.instant());
    String why = reason.name().toLowerCase(Locale.ROOT);
    changes.changed(before, next, approvedBy.isEmpty() ? why : why + " by " + approvedBy);
  }

  /** What was proposed no longer is. */
  void supersede() {
    proposals.pending().forEach(proposal -> close(proposal, State.SUPERSEDED));
  }

  void close(PolicyProposal proposal, State state) {
    proposals.set(proposal.id(), state);
    changed(proposal.id(), List.of());
  }

  /** Has those asked who have become guardians since, or couldn't be read then. */
  void ask(PolicyProposal proposal, List<String> guardians) {
    listeners.forEach(listener -> listener.waits(proposal, guardians));
  }

  /** Has the cards of a proposal brought up to date. */
  void changed(long proposal, List<String> guardians) {
    PolicyProposal now = proposals.find(proposal).orElseThrow();
    listeners.forEach(listener -> listener.changed(now, guardians));
  }
}
