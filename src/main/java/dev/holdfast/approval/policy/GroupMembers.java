package dev.holdfast.approval.policy;

import java.util.List;

/** Who is in a group whose members are listed elsewhere. Never fails, and may wait for a read. */
public interface GroupMembers {

  /** Whether a person is in a group. */
  enum Membership {
    MEMBER,
    NOT_A_MEMBER,
    /** The group can't be read, so it grants nothing. */
    UNREADABLE
  }

  /**
   * Read at the moment of a decision.
   *
   * @param personId an Entra object ID
   */
  Membership membership(PeopleGroup group, String personId);

  /** The Entra object IDs of its members as they were read last; empty if they can't be read. */
  List<String> members(PeopleGroup group);
}
