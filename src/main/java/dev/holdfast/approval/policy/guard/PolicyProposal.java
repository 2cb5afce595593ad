package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.Policy;
import dev.holdfast.request.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A policy that would allow something new, which guardians decide about.
 *
 * @param base the policy in force with which it was compared
 * @param claimedAt when a process last said that it's configured with it
 * @param decisions in their order
 */
public record PolicyProposal(
    long id,
    long base,
    PolicyText text,
    String digest,
    State state,
    Instant proposedAt,
    Instant claimedAt,
    List<Decision> decisions) {

  /** What became of it; the names are stored. */
  public enum State {
    PENDING,
    APPROVED,
    REJECTED,
    /** Another policy was proposed or came in force, or no process is configured with it. */
    SUPERSEDED
  }

  /** What a guardian said. */
  public record Decision(Person by, boolean approved, Instant at) {}

  public PolicyProposal {
    decisions = List.copyOf(decisions);
  }

  PolicyProposal with(List<Decision> all) {
    return new PolicyProposal(id, base, text, digest, state, proposedAt, claimedAt, all);
  }

  /** Empty if it can't be read, or isn't what its digest says. */
  public Optional<Policy> policy() {
    return text.policy().filter(read -> read.digest().equals(digest));
  }

  public boolean isPending() {
    return state == State.PENDING;
  }

  public boolean isDecidedBy(Person person) {
    return decisions.stream().anyMatch(decision -> decision.by().isSameAs(person));
  }
}
