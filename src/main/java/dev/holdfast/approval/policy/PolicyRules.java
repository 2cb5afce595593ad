package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.EnvironmentCondition.Match;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentUse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the rule that counts for an environment. */
@Component
class PolicyRules {

  private final PolicyInForce policy;

  PolicyRules(PolicyInForce policy) {
    this.policy = policy;
  }

  /** Which rule counts. */
  sealed interface Lookup {

    /** Empty unless it's certain. */
    default Optional<PolicyRule> rule() {
      return this instanceof Covered covered ? Optional.of(covered.found()) : Optional.empty();
    }
  }

  /**
   * The first rule that covers the environment.
   *
   * @param index its place among all: two rules that say the same are two
   */
  record Covered(PolicyRule found, int index) implements Lookup {}

  /** No rule covers it. */
  record NotCovered() implements Lookup {}

  /**
   * The first rule that may cover it depends on something about the environment that wasn't read. A
   * later rule could be milder, so none counts.
   */
  record Uncertain(PolicyRule first) implements Lookup {}

  /** For an environment as it was read. */
  Lookup of(EnvironmentProfile environment) {
    return of(
        new EnvironmentRef(environment.id(), environment.name(), "", environment.attributes()));
  }

  Lookup of(EnvironmentRef environment) {
    return of(policy.get(), environment);
  }

  /** What the rule that counts for an environment says about one role; empty unless certain. */
  Optional<RoleRule> role(EnvironmentUse use) {
    return of(use.environment()).rule().flatMap(rule -> rule.role(use.role()));
  }

  /** By any policy. */
  static Lookup of(Policy policy, EnvironmentRef environment) {
    int index = 0;
    for (PolicyRule rule : policy.rules()) {
      Match match = rule.covers(environment);
      if (match == Match.YES) {
        return new Covered(rule, index);
      }
      if (match == Match.UNKNOWN) {
        return new Uncertain(rule);
      }
      index++;
    }
    return new NotCovered();
  }
}
