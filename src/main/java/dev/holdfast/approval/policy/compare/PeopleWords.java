package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.PeopleGroup;
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

  /** By IDs, names of groups, and {@code *}. */
  List<Message> of(List<String> people) {
    return people.isEmpty()
        ? List.of(Message.of("policy.change.nobody"))
        : people.stream().map(this::of).toList();
  }

  List<Message> of(People people) {
    return of(
        people.everybody()
            ? List.of(EVERYBODY)
            : Stream.concat(people.groups().stream().map(PeopleGroup::name), people.ids().stream())
                .toList());
  }

  private Message of(String one) {
    return one.equals(EVERYBODY)
        ? Message.of("policy.change.everybody")
        : Message.plain(People.OBJECT_ID.matcher(one).matches() ? names.apply(one) : one);
  }
}
