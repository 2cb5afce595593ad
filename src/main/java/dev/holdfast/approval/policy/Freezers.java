package dev.holdfast.approval.policy;

import dev.holdfast.request.step.EnvironmentRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who may freeze and unfreeze: whom the policy names for it, and by default the approvers. */
public final class Freezers {

  private Freezers() {}

  /** Of everything. */
  public static People of(Policy policy) {
    return policy.freezers().orElseGet(() -> approvers(policy.rules()));
  }

  /** Of the environments that a rule covers. */
  public static People of(Policy policy, PolicyRule rule) {
    return Optional.of(
            policy.freezers().orElse(People.NOBODY).and(rule.freezers().orElse(People.NOBODY)))
        .filter(named -> policy.freezers().isPresent() || rule.freezers().isPresent())
        .orElseGet(() -> approvers(List.of(rule)));
  }

  /** Of an environment, or of everything where none is given. */
  static People of(Policy policy, Optional<EnvironmentRef> environment) {
    return environment.map(one -> ofOne(policy, one)).orElseGet(() -> of(policy));
  }

  private static People ofOne(Policy policy, EnvironmentRef environment) {
    return PolicyRules.of(policy, environment)
        .rule()
        .map(rule -> of(policy, rule))
        .orElseGet(() -> policy.freezers().orElse(People.NOBODY));
  }

  private static People approvers(Collection<PolicyRule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.roles().values().stream())
        .map(RoleRule::approvers)
        .reduce(People.NOBODY, People::and);
  }
}
