package dev.holdfast.approval.policy;

import dev.holdfast.request.followup.PolicyDigest;
import org.springframework.stereotype.Component;

/** Of the policy by which everything is decided now. */
@Component
class ConfiguredPolicyDigest implements PolicyDigest {

  private final PolicyInForce policy;

  ConfiguredPolicyDigest(PolicyInForce policy) {
    this.policy = policy;
  }

  @Override
  public String inForce() {
    return policy.get().digest();
  }
}
