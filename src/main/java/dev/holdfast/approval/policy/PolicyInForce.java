package dev.holdfast.approval.policy;

import org.springframework.stereotype.Component;

/** The policy by which everything is decided now. */
@Component
public class PolicyInForce {

  private final Policy policy;

  PolicyInForce(PolicyProperties properties) {
    this.policy = ListedPolicy.of(properties.policy());
  }

  public Policy get() {
    return policy;
  }
}
