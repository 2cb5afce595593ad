package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.ListedPolicyText;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import java.util.Optional;

/** A policy as it's written. */
public record PolicyText(Kind kind, String body) {

  /** Where it was written; the names are stored. */
  public enum Kind {
    FILE,
    /** {@code holdfast.policy[n]}. */
    SETTINGS
  }

  /** Empty if this version of Holdfast can't read it. */
  public Optional<Policy> policy() {
    return kind == Kind.FILE ? PolicyFileParser.parse(body).policy() : ListedPolicyText.parse(body);
  }
}
