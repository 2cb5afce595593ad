package dev.holdfast.chat;

import dev.holdfast.card.Card;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a filled-in form, as far as that is known without asking the service.
 *
 * @param form the form with what is wrong at its inputs; empty where memory isn't enough to draw it
 */
record Objection(String sentences, Optional<Card> form) {

  /**
   * @param errors a sentence by the id of the input that it is about
   * @return empty when nothing is wrong
   */
  static Optional<Objection> of(Map<String, String> errors, Optional<Card> form) {
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(new Objection(String.join(" ", errors.values()), form));
  }
}
