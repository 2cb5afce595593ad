package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupSource;
import java.util.List;

/** Reads who is in a group, where it's kept. */
public interface GroupReader {

  GroupSource.Kind kind();

  /**
   * All members, those of groups inside it too.
   *
   * @throws GroupReadException if they aren't known
   */
  List<GroupMember> read(GroupSource source);
}
