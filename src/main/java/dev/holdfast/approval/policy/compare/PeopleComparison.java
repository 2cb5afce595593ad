package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PeopleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Whom one list of people names and another doesn't. */
final class PeopleComparison {

  private static final String EVERYBODY = "*";
  private static final Set<String> LISTED = Set.of("name", "ids");
  private static final Set<String> KNOWN = Set.of("everybody", "ids", "groups");

  private PeopleComparison() {}

  /**
   * Those who aren't surely among the people from before: IDs, names of groups, {@code *} for
   * everybody. Members of a group from elsewhere aren't known, so only the same group is among
   * them.
   */
  static List<String> added(People before, People next) {
    if (before.equals(next)) {
      return List.of();
    }
    List<String> added = new ArrayList<>();
    if (next.everybody() && !before.everybody()) {
      added.add(EVERYBODY);
    }
    Set<String> known = Set.copyOf(listed(before));
    next.groups().stream()
        .filter(group -> !before.groups().contains(group) && !isListed(group))
        .forEach(group -> added.add(group.name()));
    if (!before.everybody()) {
      listed(next).stream().filter(id -> !known.contains(id)).distinct().forEach(added::add);
    }
    RecordDifference.between(before, next).stream()
        .map(RecordDifference::component)
        .filter(component -> !KNOWN.contains(component))
        .forEach(added::add);
    return added;
  }

  /** All whom it lists itself, by ID. */
  private static List<String> listed(People people) {
    return Stream.concat(
            people.ids().stream(), people.groups().stream().flatMap(group -> group.ids().stream()))
        .map(id -> id.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Whether a group has no members but those whom the policy lists. */
  private static boolean isListed(PeopleGroup group) {
    return RecordDifference.isEmptyBut(group, LISTED);
  }
}
