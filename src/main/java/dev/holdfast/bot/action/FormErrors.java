package dev.holdfast.bot.action;

import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a filled-in form, as far as that is known without asking the service.
 *
 * @param form the form with what is wrong at its inputs; empty where memory isn't enough to draw it
 */
public record FormErrors(String sentences, Optional<Card> form) {

  /**
   * @param errors a sentence by the id of the input that it is about
   * @return empty when nothing is wrong
   */
  public static Optional<FormErrors> of(
      Map<String, Message> errors, Optional<Card> form, CardTexts texts) {
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FormErrors(texts.of(Message.sentences(List.copyOf(errors.values()))), form));
  }
}
