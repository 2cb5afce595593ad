package dev.holdfast.approval.policy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The policy by which everything is decided now. Where it's a file, nobody may do anything before
 * that was read.
 */
@Component
public class PolicyInForce {

  private static final Logger log = LoggerFactory.getLogger(PolicyInForce.class);

  private volatile Policy policy;

  @Autowired
  PolicyInForce(PolicyProperties properties) {
    this(ListedPolicy.of(properties.policy()));
    if (!properties.policy().isEmpty()) {
      log.warn(
          "The setting holdfast.policy[n] is deprecated. Its rules protect what leaves their"
              + " environments, too. Move them to a file and set holdfast.policy.file.");
    }
  }

  public PolicyInForce(Policy policy) {
    this.policy = policy;
  }

  public Policy get() {
    return policy;
  }

  /** From now on, everything is decided by another one. */
  public void replace(Policy next) {
    policy = next;
  }
}
