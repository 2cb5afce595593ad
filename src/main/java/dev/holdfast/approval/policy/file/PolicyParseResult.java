package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A policy file that was read.
 *
 * @param policy empty if anything is wrong: a policy counts as a whole or not at all
 */
public record PolicyParseResult(Optional<Policy> policy, List<PolicyProblem> problems) {

  static PolicyParseResult of(Policy policy) {
    return new PolicyParseResult(Optional.of(policy), List.of());
  }

  static PolicyParseResult wrong(List<PolicyProblem> problems) {
    return new PolicyParseResult(Optional.empty(), List.copyOf(problems));
  }
}
