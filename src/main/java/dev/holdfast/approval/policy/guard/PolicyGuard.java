package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.FirstPolicy;
import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.guard.ConfiguredPolicy.Configured;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has this process decide by the policy in the database, and offers what it's configured with as
 * the next one.
 */
@Component
public class PolicyGuard implements FirstPolicy {

  private static final Logger log = LoggerFactory.getLogger(PolicyGuard.class);
  private static final long NONE = 0;

  private final ConfiguredPolicy configured;
  private final StoredPolicies stored;
  private final PolicyOffers offers;
  private final PolicyDecisions decisions;
  private final PolicyInForce inForce;
  private String offered = "";
  private volatile long adopted = NONE;

  PolicyGuard(
      ConfiguredPolicy configured,
      StoredPolicies stored,
      PolicyOffers offers,
      PolicyDecisions decisions,
      PolicyInForce inForce) {
    this.configured = configured;
    this.stored = stored;
    this.offers = offers;
    this.decisions = decisions;
    this.inForce = inForce;
  }

  /** The policy in the database; only where there is none, the one that is configured. */
  @Override
  public Policy atStart() {
    Optional<StoredPolicy> current = stored.current();
    current.ifPresent(policy -> adopted = policy.id());
    return current.map(StoredPolicy::orNothing).orElseGet(configured::orNothing);
  }

  /** Takes over what changed in the configuration and in the database. */
  public synchronized void refresh() {
    Optional<Configured> now = configured.read();
    now.filter(policy -> !policy.digest().equals(offered)).ifPresent(this::offer);
    offers.keep(now.map(Configured::digest));
    adopt();
  }

  private void offer(Configured policy) {
    offers.offer(policy, !offered.isEmpty());
    offered = policy.digest();
  }

  private synchronized void adopt() {
    if (stored.currentId().orElse(NONE) == adopted) {
      return;
    }
    stored
        .current()
        .ifPresent(
            policy -> {
              inForce.replace(policy.orNothing());
              adopted = policy.id();
              log.info(
                  "A policy is in force: id={}, digest={}, reason={}",
                  policy.id(),
                  policy.digest(),
                  policy.reason());
            });
  }

  /** Whether a person guards the policy in force, as the database has it. */
  public boolean isGuardian(Person person) {
    return guardians().filter(guardians -> guardians.include(person.id())).isPresent();
  }

  /** Why it isn't known now who guards the policy; empty when it is. */
  public Optional<Message> unreadableGuardians() {
    return guardians().flatMap(guardians -> guardians.people().unreadable());
  }

  /** Has read again who guards the policy. It waits for others, so no transaction may. */
  public void prepare() {
    guardians().map(guardians -> guardians.people().sources().toList()).ifPresent(inForce::refresh);
  }

  private Optional<Guardians> guardians() {
    return stored.current().map(stored::guardians);
  }

  /**
   * A guardian decides. Everybody else is refused.
   *
   * @param seen the digest of the policy that the card showed
   */
  public PolicyDecisionResult decide(long proposal, String seen, Person person, boolean approves) {
    PolicyDecisionResult result = decisions.decide(proposal, seen, person, approves);
    adopt();
    return result;
  }
}
