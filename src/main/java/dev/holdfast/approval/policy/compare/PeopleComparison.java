package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PeopleGroup;
import dev.holdfast.request.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Whom one list of people names and another doesn't. */
final class PeopleComparison {

  private static final String EVERYBODY = "*";
  private static final Set<String> KNOWN = Set.of("everybody", "ids", "groups");

  private PeopleComparison() {}

  /**
   * People who come to be named.
   *
   * @param people IDs, and {@code *} for everybody
   * @param members of groups that are kept elsewhere
   */
  record Added(List<String> people, List<Members> members) {

    boolean isEmpty() {
      return people.isEmpty() && members.isEmpty();
    }
  }

  /** All members of a group that is kept elsewhere. */
  record Members(GroupSource source, boolean guests) {

    static Stream<Members> of(PeopleGroup group) {
      return group.sources().stream().map(source -> new Members(source, group.guests()));
    }
  }

  /**
   * Those who aren't surely among the people from before. Members of a group from elsewhere aren't
   * known, so only the same ones are among them.
   */
  static Added added(People before, People next) {
    if (before.equals(next)) {
      return new Added(List.of(), List.of());
    }
    List<String> added = new ArrayList<>();
    if (next.everybody() && !before.everybody()) {
      added.add(EVERYBODY);
    }
    Set<String> known = Set.copyOf(listed(before));
    listed(next).stream()
        .filter(id -> !before.everybody() || Person.namesApplication(id))
        .filter(id -> !known.contains(id))
        .distinct()
        .forEach(added::add);
    RecordDifference.between(before, next).stream()
        .map(RecordDifference::component)
        .filter(component -> !KNOWN.contains(component))
        .forEach(added::add);
    return new Added(added, addedMembers(before, next));
  }

  private static List<Members> addedMembers(People before, People next) {
    List<Members> known = before.groups().stream().flatMap(Members::of).toList();
    return next.groups().stream()
        .flatMap(Members::of)
        .filter(
            members ->
                !known.contains(members) && !known.contains(new Members(members.source(), true)))
        .distinct()
        .toList();
  }

  /** All whom it lists itself, by ID. */
  private static List<String> listed(People people) {
    return Stream.concat(
            people.ids().stream(), people.groups().stream().flatMap(group -> group.ids().stream()))
        .map(id -> id.toLowerCase(Locale.ROOT))
        .toList();
  }
}
