package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PeopleGroup;
import dev.holdfast.approval.policy.compare.PeopleComparison.Added;
import dev.holdfast.approval.policy.compare.PeopleComparison.Members;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** People of a policy as a reader knows them. */
final class PeopleWords {

  private static final String EVERYBODY = "*";

  private final UnaryOperator<String> names;

  /**
   * @param names from the ID of a person to what they are called
   */
  PeopleWords(UnaryOperator<String> names) {
    this.names = names;
  }

  List<Message> of(Added added) {
    return Stream.concat(
            added.people().stream().map(this::of), added.members().stream().map(PeopleWords::of))
        .toList();
  }

  private static Message of(Members members) {
    return Message.of(
        "policy.change.members",
        "kind",
        members.source().kind().name(),
        "id",
        members.source().id(),
        "guests",
        members.guests() ? "YES" : "NO");
  }

  /** Each group with all that it says, since its name says nothing. */
  List<Message> of(People people) {
    if (people.everybody()) {
      return List.of(of(EVERYBODY));
    }
    List<Message> all =
        Stream.concat(people.groups().stream().map(this::of), people.ids().stream().map(this::of))
            .toList();
    return all.isEmpty() ? List.of(Message.of("policy.change.nobody")) : all;
  }

  private Message of(PeopleGroup group) {
    return Message.of(
        "policy.change.group",
        "group",
        group.name(),
        "people",
        Stream.concat(group.ids().stream().map(this::of), Members.of(group).map(PeopleWords::of))
            .toList());
  }

  private Message of(String one) {
    return one.equals(EVERYBODY)
        ? Message.of("policy.change.everybody")
        : Message.plain(People.OBJECT_ID.matcher(one).matches() ? names.apply(one) : one);
  }
}
