package dev.holdfast.bot.choice;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.card.view.Choice;
import java.util.Optional;
import java.util.stream.Stream;

/** Choices for an input of a form. Every bean of this type is searched by {@link ChoiceSearch}. */
public interface ChoiceProvider {

  /** What the input names, such as {@code environments}. */
  String dataset();

  /**
   * From what Holdfast has in memory, the best first. What can't be chosen comes last and says so.
   *
   * @param detail what the card or its other inputs say of it, such as the source of a restore
   * @param enough how many are needed at most
   */
  Stream<Choice> choices(ChoiceQuery query, Optional<String> detail, int enough);
}
