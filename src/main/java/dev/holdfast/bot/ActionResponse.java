package dev.holdfast.bot;

import dev.holdfast.card.Card;
import java.util.Optional;

/** The immediate answer to a click. */
public sealed interface ActionResponse {

  /**
   * A card in place of the one that was clicked.
   *
   * @param forEveryone whether the message itself is replaced too, or only what the clicker sees
   * @param follow the request that the card follows where it has to be posted as a new message
   */
  record Show(Card card, boolean forEveryone, Optional<TrackedCard> follow)
      implements ActionResponse {

    /** A card that follows no request. */
    public Show(Card card, boolean forEveryone) {
      this(card, forEveryone, Optional.empty());
    }
  }

  /** A short text for the clicker; the card stays. */
  record Tell(String text) implements ActionResponse {}

  /** The click was not understood or not allowed; nothing changed. */
  record Refuse(String code, String message) implements ActionResponse {}

  /**
   * Teams sent the same click again. Who waits for an answer gets it; who was told by a message is
   * told nothing more.
   */
  record Again(ActionResponse answer) implements ActionResponse {}
}
