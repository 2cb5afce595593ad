package dev.holdfast.bot;

import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.request.Request;
import java.util.Optional;

/**
 * The answer to a command or a button: a card, or a short text where a card would be too much.
 *
 * @param follow the request that the card shows and is kept up to date with
 * @param forAskerAlone whether it is of no use to anybody else: help, and what Holdfast cannot or
 *     must not do. Forms, requests and lists are read by others too
 */
public record Reply(
    Optional<Card> card, String text, Optional<TrackedCard> follow, boolean forAskerAlone) {

  public static Reply of(Card card) {
    return new Reply(Optional.of(card), "", Optional.empty(), false);
  }

  public static Reply of(String text) {
    return new Reply(Optional.empty(), text, Optional.empty(), false);
  }

  public static Reply following(Card card, Request request, Address address) {
    return new Reply(Optional.of(card), "", Optional.of(TrackedCard.of(request, address)), false);
  }

  public static Reply forAskerAlone(Card card) {
    return new Reply(Optional.of(card), "", Optional.empty(), true);
  }

  public static Reply forAskerAlone(String text) {
    return new Reply(Optional.empty(), text, Optional.empty(), true);
  }

  /** Where it goes when it was asked for there. */
  public Address to(ConversationRef where, ChatUser asker) {
    return forAskerAlone ? where.only(asker.id()) : where.everybody();
  }
}
