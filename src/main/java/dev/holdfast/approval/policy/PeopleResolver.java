package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.GroupMembers.Membership;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who the people are whom a rule names. */
@Component
class PeopleResolver {

  private final GroupMembers members;

  PeopleResolver(GroupMembers members) {
    this.members = members;
  }

  /** Whether a person is among them. A group that can't be read grants nothing. */
  boolean includes(People people, String personId) {
    return people.everybody() || isNamed(people, personId);
  }

  /** Whether a person is named, by ID or in a group; everybody isn't a name. */
  boolean isNamed(People people, String personId) {
    return people.ids().contains(personId.toLowerCase(Locale.ROOT))
        || people.groups().stream().anyMatch(group -> isMember(group, personId));
  }

  private boolean isMember(PeopleGroup group, String personId) {
    return group.ids().contains(personId.toLowerCase(Locale.ROOT))
        || (group.source().isPresent()
            && members.membership(group, personId) == Membership.MEMBER);
  }

  /** The groups that can't be read, so that nobody knows whether a person is in them. */
  List<PeopleGroup> unreadable(People people, String personId) {
    return people.groups().stream()
        .filter(group -> group.source().isPresent())
        .filter(group -> members.membership(group, personId) == Membership.UNREADABLE)
        .toList();
  }

  /** Those who are known by Entra object ID, in the order of the policy, each once. */
  List<String> ids(People people) {
    Stream<String> grouped =
        people.groups().stream()
            .flatMap(
                group ->
                    Stream.concat(
                        group.ids().stream(),
                        group.source().isPresent()
                            ? members.members(group).stream()
                            : Stream.empty()));
    return Stream.concat(people.ids().stream(), grouped)
        .map(id -> id.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
