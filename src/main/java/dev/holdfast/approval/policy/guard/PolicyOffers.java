package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.compare.PolicyComparison;
import dev.holdfast.approval.policy.guard.ConfiguredPolicy.Configured;
import dev.holdfast.approval.policy.guard.PolicyProposal.State;
import dev.holdfast.approval.policy.guard.StoredPolicy.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the policy of a configuration: what allows nothing new is in force at once, all else when
 * the guardians of the policy in force agree.
 */
@Service
class PolicyOffers {

  private static final Logger log = LoggerFactory.getLogger(PolicyOffers.class);

  /** So long a proposal holds after the last process was configured with it. */
  private static final Duration UNCLAIMED = Duration.ofMinutes(10);

  private static final Duration CLAIM = Duration.ofMinutes(1);

  private final StoredPolicies stored;
  private final PolicyProposals proposals;
  private final PolicyAdoption adoption;
  private final PolicyChangeLog changes;
  private final Clock clock;

  PolicyOffers(
      StoredPolicies stored,
      PolicyProposals proposals,
      PolicyAdoption adoption,
      PolicyChangeLog changes,
      Clock clock) {
    this.stored = stored;
    this.proposals = proposals;
    this.adoption = adoption;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A process has this policy from now on.
   *
   * @param changed whether it had another one before, and wasn't just started
   */
  @Transactional
  public void offer(Configured offered, boolean changed) {
    stored.lock();
    Optional<StoredPolicy> current = stored.current();
    if (current.isEmpty()) {
      adoption.first(offered.text(), offered.digest());
    } else if (!current.get().digest().equals(offered.digest())) {
      offer(offered, current.get());
    } else if (changed) {
      adoption.supersede();
    }
  }

  private void offer(Configured offered, StoredPolicy current) {
    Optional<Policy> before = current.policy();
    if (before.isEmpty()) {
      log.error(
          "The policy in force can't be read, so nobody may do anything, and the configured one"
              + " doesn't take its place. It was stored by a later version, or changed in the"
              + " database: id={}",
          current.id());
      return;
    }
    PolicyComparison comparison = PolicyComparison.of(before.get(), offered.policy());
    if (!before.get().guardians().exist()) {
      replace(before.get(), offered, Reason.UNGUARDED);
    } else if (!comparison.allowsAnythingNew()) {
      replace(before.get(), offered, Reason.STRICTER);
    } else {
      propose(before.get(), current, offered, comparison);
    }
  }

  private void replace(Policy before, Configured offered, Reason reason) {
    adoption.supersede();
    adoption.replace(before, offered.text(), offered.policy(), reason, "");
  }

  /** What was rejected stays rejected until the configuration says something else. */
  private void propose(
      Policy before, StoredPolicy current, Configured offered, PolicyComparison comparison) {
    Instant now = clock.instant();
    Optional<PolicyProposal> known = proposals.find(current.id(), offered.digest());
    if (known.filter(one -> one.state() == State.REJECTED).isPresent()) {
      adoption.supersede();
      log.warn(
          "The configured policy was rejected by a guardian, so the policy in force stays:"
              + " digest={}",
          offered.digest());
      return;
    }
    if (known.filter(PolicyProposal::isPending).isPresent()) {
      proposals.claim(known.get().id(), now);
      return;
    }
    adoption.supersede();
    known.ifPresent(one -> proposals.reopen(one.id(), now));
    long id =
        known
            .map(PolicyProposal::id)
            .orElseGet(() -> proposals.add(current.id(), offered.text(), offered.digest(), now));
    changes.proposed(before, offered.policy(), comparison);
    adoption.changed(id, stored.guardians(current).people().all());
    log.warn(
        "The configured policy allows something new, so all of it waits for the guardians, and the"
            + " policy in force stays: digest={}",
        offered.digest());
  }

  /**
   * Keeps what this process is configured with proposed, and ends what no process has had for some
   * time.
   */
  @Transactional
  public void keep(Optional<String> configured) {
    Instant now = clock.instant();
    List<PolicyProposal> pending = proposals.pending();
    pending.stream()
        .filter(one -> configured.filter(one.digest()::equals).isPresent())
        .filter(one -> one.claimedAt().isBefore(now.minus(CLAIM)))
        .forEach(one -> claim(one.id(), now));
    if (pending.stream().anyMatch(one -> isUnclaimed(one, configured, now))) {
      stored.lock();
      proposals.pending().stream()
          .filter(one -> isUnclaimed(one, configured, now))
          .forEach(one -> adoption.close(one, State.SUPERSEDED));
    }
  }

  private void claim(long id, Instant now) {
    stored.lock();
    proposals.claim(id, now);
    proposals
        .find(id)
        .filter(PolicyProposal::isPending)
        .ifPresent(
            one ->
                stored
                    .current()
                    .filter(current -> current.id() == one.base())
                    .map(current -> stored.guardians(current).people().all())
                    .ifPresent(guardians -> adoption.ask(one, guardians)));
  }

  private static boolean isUnclaimed(PolicyProposal one, Optional<String> configured, Instant now) {
    return configured.filter(one.digest()::equals).isEmpty()
        && one.claimedAt().isBefore(now.minus(UNCLAIMED));
  }
}
