package dev.holdfast.approval.policy;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
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
  private final GroupMembership groups;
  private final AtomicLong replacements = new AtomicLong();
  private volatile @Nullable Policy policy;

  @Autowired
  PolicyInForce(
      PolicyProperties properties,
      ObjectProvider<FirstPolicy> first,
      ObjectProvider<GroupMembership> groups) {
    this.first = () -> first.getIfAvailable(() -> () -> ListedPolicy.of(properties)).atStart();
    this.groups = groups.getIfAvailable(() -> GroupMembership.NONE);
    if (!properties.policy().isEmpty()) {
      log.warn(
          "The setting holdfast.policy[n] is deprecated. Its rules protect what leaves their"
              + " environments, too. Move them to a file and set holdfast.policy.file.");
    }
  }

  public PolicyInForce(Policy policy) {
    this.first = () -> policy;
    this.groups = GroupMembership.NONE;
    this.policy = policy;
  }

  /** Nothing is known of groups but what this says. */
  PolicyInForce(Policy policy, GroupMembership groups) {
    this.first = () -> policy;
    this.groups = groups;
    this.policy = policy.boundTo(groups);
  }

  public Policy get() {
    Policy known = policy;
    return known == null ? first() : known;
  }

  private synchronized Policy first() {
    Policy known = policy;
    if (known == null) {
      known = first.atStart().boundTo(groups);
      policy = known;
    }
    return known;
  }

  /** From now on, everything is decided by another one. */
  public synchronized void replace(Policy next) {
    policy = next.boundTo(groups);
    replacements.incrementAndGet();
  }

  /** How often this process has taken over another policy since its start. */
  public long replacements() {
    return replacements.get();
  }

  /** Has members of groups read again now. It waits for others, so no transaction may. */
  public void refresh(Collection<GroupSource> sources) {
    if (!sources.isEmpty()) {
      groups.refresh(sources);
    }
  }
}
