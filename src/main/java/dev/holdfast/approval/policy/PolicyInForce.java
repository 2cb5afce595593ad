package dev.holdfast.approval.policy;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The policy by which everything is decided now. */
@Component
public class PolicyInForce {

  private final Policy policy;

  @Autowired
  PolicyInForce(PolicyProperties properties) {
    this(ListedPolicy.of(properties.policy()));
  }

  PolicyInForce(Policy policy) {
    this.policy = policy;
  }

  public Policy get() {
    return policy;
  }
}
