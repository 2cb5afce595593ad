package dev.holdfast.approval.policy;

import java.util.List;

/**
 * Who may request what on which environments, and who decides. The first rule that covers an
 * environment counts; where none does, nobody may do anything.
 *
 * @param digest of the text that it was read from, in hex; equal for equal policies
 */
public record Policy(List<PolicyRule> rules, String digest) {

  public Policy {
    rules = List.copyOf(rules);
  }
}
