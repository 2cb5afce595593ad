package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.Messenger.Posted;
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
record Reply(
    String to,
    Optional<Posted> replaces,
    Optional<Card> card,
    String text,
    Optional<Follow> follow) {

  static Reply text(Address to, String text) {
    return new Reply(to.toString(), Optional.empty(), Optional.empty(), text, Optional.empty());
  }

  static Reply card(Address to, Card card) {
    return card(to, card, Optional.empty());
  }

  static Reply card(Address to, Card card, Optional<Follow> follow) {
    return new Reply(to.toString(), Optional.empty(), Optional.of(card), "", follow);
  }

  /** The same in place of a message. */
  Reply replacing(Posted message) {
    return new Reply(to, Optional.of(message), card, text, follow);
  }

  Address address() {
    return Address.parse(to);
  }
}
