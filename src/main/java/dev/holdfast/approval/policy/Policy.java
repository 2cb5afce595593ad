package dev.holdfast.approval.policy;

import java.util.List;
import java.util.Optional;

/**
 * Who may request what on which environments, and who decides. The first rule that covers an
 * environment counts; where none does, nobody may do anything.
 *
 * @param digest of the text that it was read from, in hex; equal for equal policies
 * @param guardians who agrees to a change that allows anything new
 * @param freezers who may freeze everything and each environment; empty for the approvers
 */
public record Policy(
    List<PolicyRule> rules, String digest, Guardians guardians, Optional<People> freezers) {

  public Policy {
    rules = List.copyOf(rules);
  }

  /** A policy that nobody guards, and under which approvers freeze. */
  public Policy(List<PolicyRule> rules, String digest) {
    this(rules, digest, Guardians.NONE, Optional.empty());
  }
}
