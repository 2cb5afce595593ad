package dev.holdfast.bot;

import dev.holdfast.messaging.Address;

/**
 * Where something was said.
 *
 * @param conversation Teams' id of the chat or thread
 * @param kind what sort of conversation it is
 */
public record ConversationRef(String conversation, Kind kind) {

  /** Teams' three scopes. */
  public enum Kind {
    PERSONAL,
    GROUP_CHAT,
    CHANNEL
  }

  /** Where an answer goes that everybody there may read. */
  public Address everybody() {
    return new Address.Conversation(conversation);
  }

  /** Whose language counts for what everybody there may read that this person has asked for. */
  public Address readers(String person) {
    return kind == Kind.PERSONAL ? new Address.Person(person) : everybody();
  }

  /** Where a word goes that is of no use to anybody there but this person. */
  public Address only(String person) {
    return kind == Kind.PERSONAL ? everybody() : new Address.Member(conversation, person);
  }
}
