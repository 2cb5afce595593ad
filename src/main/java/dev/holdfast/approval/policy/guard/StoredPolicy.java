package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A policy that is in force, or was. */
public record StoredPolicy(
    long id, PolicyText text, String digest, Reason reason, String approvedBy, Instant since) {

  /** Why it came in force; the names are stored. */
  public enum Reason {
    /** There was none before. */
    FIRST,
    /** The policy before had no guardians. */
    UNGUARDED,
    /** It allows nothing that the policy before didn't. */
    STRICTER,
    /** Guardians agreed. */
    APPROVED
  }

  /** Empty if it can't be read, or isn't what its digest says. */
  public Optional<Policy> policy() {
    return text.policy().filter(read -> read.digest().equals(digest));
  }

  /** A policy that can't be read allows nothing. */
  Policy orNothing() {
    return policy().orElseGet(() -> new Policy(List.of(), digest));
  }
}
