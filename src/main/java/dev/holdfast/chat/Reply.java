package dev.holdfast.chat;

import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.ConversationRef;
import dev.holdfast.chat.TrackedCard;

import dev.holdfast.card.Card;
import dev.holdfast.notice.Address;
import dev.holdfast.request.Request;
import java.util.Optional;

/**
 * The answer to a command or a button: a card, or a short text where a card would be too much.
 *
 * @param follow the request that the card shows and is kept up to date with
 * @param forAskerAlone whether it is of no use to anybody else: help, and what Holdfast cannot or
 *     must not do. Forms, requests and lists are read by others too
 */
record Reply(
    Optional<Card> card, String text, Optional<TrackedCard> follow, boolean forAskerAlone) {

  static Reply of(Card card) {
    return new Reply(Optional.of(card), "", Optional.empty(), false);
  }

  static Reply of(String text) {
    return new Reply(Optional.empty(), text, Optional.empty(), false);
  }

  static Reply following(Card card, Request request, Address address) {
    return new Reply(Optional.of(card), "", Optional.of(TrackedCard.of(request, address)), false);
  }

  static Reply forAskerAlone(Card card) {
    return new Reply(Optional.of(card), "", Optional.empty(), true);
  }

  static Reply forAskerAlone(String text) {
    return new Reply(Optional.empty(), text, Optional.empty(), true);
  }

  /** Where it goes when it was asked for there. */
  Address to(ConversationRef where, ChatUser asker) {
    return forAskerAlone ? where.only(asker.id()) : where.everybody();
  }
}
