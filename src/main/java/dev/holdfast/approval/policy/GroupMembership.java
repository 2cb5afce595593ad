package dev.holdfast.approval.policy;

import dev.holdfast.message.Message;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who is in the groups that others keep. */
public interface GroupMembership {

  /** Nothing has been read. */
  GroupMembership NONE = source -> Listing.unreadable(Message.of("group.problem.notRead"));

  /** As it was last read. */
  Listing of(GroupSource source);

  /**
   * Reads these again now, within a short time. What can't be read grants nothing from then on,
   * until it's read again.
   */
  default void refresh(Collection<GroupSource> sources) {}

  /**
   * Those who are in a group, by Entra object ID in lower case.
   *
   * @param members surely people of the tenant
   * @param others guests, and people of whom it isn't known
   * @param problem why nobody is listed; empty if the list counts
   */
  record Listing(Set<String> members, Set<String> others, Optional<Message> problem) {

    public Listing {
      members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
      others = Collections.unmodifiableSet(new LinkedHashSet<>(others));
    }

    public static Listing unreadable(Message problem) {
      return new Listing(Set.of(), Set.of(), Optional.of(problem));
    }
  }
}
