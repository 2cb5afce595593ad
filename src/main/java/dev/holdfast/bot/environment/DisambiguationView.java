package dev.holdfast.bot.environment;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;

/**
 * A name was ambiguous: which of these is meant?
 *
 * @param question such as {@code Which environment do you mean by “Contoso”?}
 */
public record DisambiguationView(String question, List<Candidate> candidates) implements CardView {

  /**
   * One that may be meant.
   *
   * @param verb what happens when it is picked: the command that was typed, with this name in it
   * @param data the data of that action
   */
  public record Candidate(EnvironmentSummary environment, String verb, Map<String, String> data) {}

  @Override
  public String template() {
    return "candidates";
  }

  @Override
  public Message summary() {
    return Message.plain(question);
  }
}
