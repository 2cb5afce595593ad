package dev.holdfast.approval.policy.file;

import dev.holdfast.approval.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A policy file that was read.
 *
 * @param policy empty if anything is wrong: a policy counts as a whole or not at all
 * @param source all that it was read from, with the calendar files that it names
 */
public record PolicyParseResult(
    Optional<Policy> policy, List<PolicyProblem> problems, PolicySource source) {

  static PolicyParseResult of(Policy policy, PolicySource source) {
    return new PolicyParseResult(Optional.of(policy), List.of(), source);
  }

  static PolicyParseResult wrong(List<PolicyProblem> problems, PolicySource source) {
    return new PolicyParseResult(Optional.empty(), List.copyOf(problems), source);
  }
}
