package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.TrackedCard;
import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import java.util.Optional;

/**
 * A reply with everything that sending it needs, so that a delayed one is sent as it was computed.
 * It is stored as JSON.
 *
 * @param to as {@link Address#toString} writes it
 * @param replaces the message whose card it replaces; when that is gone, the reply is posted
 * @param card empty where the text says it all
 * @param follow the request that a newly posted card follows
 */
public record AddressedReply(
    String to,
    Optional<Posted> replaces,
    Optional<Card> card,
    String text,
    Optional<TrackedCard> follow) {

  public static AddressedReply text(Address to, String text) {
    return new AddressedReply(
        to.toString(), Optional.empty(), Optional.empty(), text, Optional.empty());
  }

  static AddressedReply card(Address to, Card card) {
    return card(to, card, Optional.empty());
  }

  static AddressedReply card(Address to, Card card, Optional<TrackedCard> follow) {
    return new AddressedReply(to.toString(), Optional.empty(), Optional.of(card), "", follow);
  }

  /** The answer to a click as it is kept for when the click comes again; a refusal isn't. */
  static Optional<AddressedReply> of(ConversationRef where, ActionResponse reaction) {
    if (reaction instanceof ActionResponse.Show show) {
      return Optional.of(card(where.everybody(), show.card(), show.follow()));
    }
    return reaction instanceof ActionResponse.Tell tell
        ? Optional.of(text(where.everybody(), tell.text()))
        : Optional.empty();
  }

  /** What {@link #of} kept, for the clicker. */
  ActionResponse reaction() {
    return card.<ActionResponse>map(shown -> new ActionResponse.Show(shown, false, follow))
        .orElseGet(() -> new ActionResponse.Tell(text));
  }

  /** The same in place of a message. */
  AddressedReply replacing(Posted message) {
    return new AddressedReply(to, Optional.of(message), card, text, follow);
  }

  /** The same as a new message somewhere else, which is then followed there. */
  AddressedReply sentTo(Address other) {
    return new AddressedReply(
        other.toString(), Optional.empty(), card, text, follow.map(what -> what.at(other)));
  }

  /** What a notification of it says. */
  String inWords() {
    return card.map(Card::summary).orElse(text);
  }

  Address address() {
    return Address.parse(to);
  }
}
