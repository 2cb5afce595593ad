package dev.holdfast.messaging;

import dev.holdfast.card.Card;

/**
 * How a message reaches people. Each method calls the messaging service now and throws {@link
 * DeliveryException}.
 */
public interface Messenger {

  /** Posts a new message with a card and says where it is. */
  Posted post(Address to, Card card);

  /** Posts a short text, which is shown as it is written: there is no Markdown in it. */
  Posted say(Address to, String text);

  /** Shows in a conversation for some seconds that Holdfast is writing. */
  void showTyping(String conversation);

  /** Replaces the card of a message that was posted before. */
  void update(Posted message, Card card);

  /**
   * A message that is there.
   *
   * @param activity the messenger's own name for it; empty where the service gave it none
   */
  record Posted(String conversation, String activity) {}
}
