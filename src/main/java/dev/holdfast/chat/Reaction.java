package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.notice.Messenger.Posted;
import java.util.function.Consumer;

/** The immediate answer to a click. */
public sealed interface Reaction {

  /**
   * A card in place of the one that was clicked.
   *
   * @param forEveryone whether the message itself is replaced too, or only what the clicker sees
   * @param elsewhere is told where the card is when it had to be posted as a message of its own
   */
  record Show(Card card, boolean forEveryone, Consumer<Posted> elsewhere) implements Reaction {

    /** A card that nobody follows. */
    public Show(Card card, boolean forEveryone) {
      this(card, forEveryone, posted -> {});
    }
  }

  /** A short text for the clicker; the card stays. */
  record Tell(String text) implements Reaction {}

  /** The click was not understood or not allowed; nothing changed. */
  record Refuse(String code, String message) implements Reaction {}
}
