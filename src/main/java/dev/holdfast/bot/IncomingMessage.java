package dev.holdfast.bot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person wrote something to Holdfast.
 *
 * @param activityId Teams' id of the message; a retry by Teams carries the same
 * @param text without the mention of Holdfast; a person who is mentioned is {@code <at>name</at>}
 * @param people the persons whom it mentions
 */
public record IncomingMessage(
    String activityId,
    ChatUser who,
    ConversationRef where,
    String text,
    List<MentionedPerson> people) {

  /** What an earlier version stored names nobody. */
  public IncomingMessage(
      String activityId,
      ChatUser who,
      ConversationRef where,
      String text,
      @Nullable List<MentionedPerson> people) {
    this.activityId = activityId;
    this.who = who;
    this.where = where;
    this.text = text;
    this.people = people == null ? List.of() : List.copyOf(people);
  }

  public IncomingMessage(String activityId, ChatUser who, ConversationRef where, String text) {
    this(activityId, who, where, text, List.of());
  }

  /** The person of a name in the text. */
  public Optional<MentionedPerson> person(String name) {
    return people.stream().filter(person -> person.name().equalsIgnoreCase(name)).findFirst();
  }
}
