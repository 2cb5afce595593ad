package dev.holdfast.approval.policy.guard;

/** What came of a guardian's click. */
public enum PolicyDecisionResult {
  DONE,
  /** It's no longer what the card showed, or nothing is to be decided. */
  STALE,
  NOT_A_GUARDIAN,
  DECIDED_BEFORE
}
