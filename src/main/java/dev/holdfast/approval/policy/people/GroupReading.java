package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupMembership.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group as it was last read.
 *
 * @param readAt when that succeeded; empty if never
 * @param problem what came up since, for which it doesn't count
 */
record GroupReading(
    Optional<Instant> readAt, List<GroupMember> members, Optional<GroupProblem> problem) {

  static final GroupReading NEVER = new GroupReading(Optional.empty(), List.of(), Optional.empty());

  private static final Set<GroupMember.Standing> OTHERS =
      EnumSet.of(GroupMember.Standing.GUEST, GroupMember.Standing.UNKNOWN);

  GroupReading {
    members = List.copyOf(members);
  }

  GroupReading with(GroupProblem found) {
    return new GroupReading(readAt, members, Optional.of(found));
  }

  boolean isYoungerThan(Duration age, Instant now) {
    return problem.isEmpty() && readAt.filter(at -> at.plus(age).isAfter(now)).isPresent();
  }

  /** Why it grants nothing; empty if it counts. */
  Optional<GroupProblem> problem(Duration maxAge, Instant now) {
    if (problem.isPresent()) {
      return problem;
    }
    if (readAt.isEmpty()) {
      return Optional.of(GroupProblem.NOT_READ);
    }
    return isYoungerThan(maxAge, now) ? Optional.empty() : Optional.of(GroupProblem.STALE);
  }

  /** Those who count, if it does. */
  Listing listing() {
    return new Listing(
        ids(EnumSet.of(GroupMember.Standing.REGULAR)), ids(OTHERS), Optional.empty());
  }

  Set<String> ids(Set<GroupMember.Standing> standings) {
    return members.stream()
        .filter(member -> standings.contains(member.standing()))
        .map(GroupMember::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
