package dev.holdfast.approval.policy.guard;

import java.util.List;

/** Is told of proposals in the transaction that stores them. It calls nobody. */
public interface PolicyProposalListener {

  /**
   * A policy was proposed, or something else became of a proposal.
   *
   * @param guardians by Entra object ID
   */
  void changed(PolicyProposal proposal, List<String> guardians);

  /**
   * A proposal still waits, for people who may not have been guardians when it was made.
   *
   * @param guardians by Entra object ID
   */
  void waits(PolicyProposal proposal, List<String> guardians);
}
