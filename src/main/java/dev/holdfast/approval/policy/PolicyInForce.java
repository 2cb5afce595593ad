package dev.holdfast.approval.policy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The policy by which everything is decided now. Nobody may do anything before it's known which
 * that is.
 */
@Component
public class PolicyInForce {

  private static final Logger log = LoggerFactory.getLogger(PolicyInForce.class);

  private final FirstPolicy first;
  private volatile @Nullable Policy policy;

  @Autowired
  PolicyInForce(PolicyProperties properties, ObjectProvider<FirstPolicy> first) {
    this.first = () -> first.getIfAvailable(() -> () -> ListedPolicy.of(properties)).atStart();
    if (!properties.policy().isEmpty()) {
      log.warn(
          "The setting holdfast.policy[n] is deprecated. Its rules protect what leaves their"
              + " environments, too. Move them to a file and set holdfast.policy.file.");
    }
  }

  public PolicyInForce(Policy policy) {
    this.first = () -> policy;
    this.policy = policy;
  }

  public Policy get() {
    Policy known = policy;
    return known == null ? first() : known;
  }

  private synchronized Policy first() {
    Policy known = policy;
    if (known == null) {
      known = first.atStart();
      policy = known;
    }
    return known;
  }

  /** From now on, everything is decided by another one. */
  public synchronized void replace(Policy next) {
    policy = next;
  }
}
