package dev.holdfast.approval.policy.people;

import java.util.Locale;

/**
 * A person whom a group lists.
 *
 * @param id Entra object ID, in lower case
 */
public record GroupMember(String id, Standing standing) {

  /** What is known of them. */
  public enum Standing {
    /** Surely a person of the tenant. */
    REGULAR,
    GUEST,
    /** Perhaps a guest. */
    UNKNOWN,
    /** Can't sign in, and is no member. */
    DISABLED
  }

  public GroupMember {
    id = id.toLowerCase(Locale.ROOT);
  }
}
