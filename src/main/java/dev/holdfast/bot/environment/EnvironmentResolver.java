package dev.holdfast.bot.environment;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.environment.DisambiguationView.Candidate;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds the environment that a person means, and asks back when that is not clear. */
@Component
public class EnvironmentResolver {

  private static final int MOST = 5;

  private final EnvironmentCatalog catalog;
  private final EnvironmentLabels labels;
  private final CardRenderer cards;

  EnvironmentResolver(EnvironmentCatalog catalog, EnvironmentLabels labels, CardRenderer cards) {
    this.catalog = catalog;
    this.labels = labels;
    this.cards = cards;
  }

  /** Whether environments are found without a call of the admin API. */
  public boolean isReady() {
    return catalog.isRead();
  }

  /** Reads the environments if they weren't read yet. */
  public void prepare() {
    catalog.all();
  }

  public NameLookup find(String text) {
    return catalog.find(text);
  }

  /**
   * Answers with one environment, or asks which is meant.
   *
   * @param verb the action that carries on with the one that is picked
   * @param data what that action needs, for a candidate
   */
  public Card with(
      String text,
      Function<EnvironmentProfile, Card> answer,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    return with(text, catalog.find(text), answer, verb, data);
  }

  public Card with(
      String text,
      NameLookup lookup,
      Function<EnvironmentProfile, Card> answer,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    return lookup instanceof NameLookup.One one
        ? answer.apply(one.subject())
        : ask(text, lookup, verb, data);
  }

  /**
   * Asks which environment is meant.
   *
   * @param lookup what the text led to: several, or none
   */
  public Card ask(
      String text,
      NameLookup lookup,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    if (lookup instanceof NameLookup.Several several) {
      return ask(which(text, several.candidates().size()), several.candidates(), verb, data);
    }
    List<EnvironmentProfile> nearest = ((NameLookup.None) lookup).nearest();
    String question =
        nearest.isEmpty()
            ? "I know no environment named “" + text + "”. Write “environments” to see them all."
            : "I know no environment named “" + text + "”. Is it one of these?";
    return ask(question + doubts(catalog.all()), nearest, verb, data);
  }

  /** Why it may be there all the same. */
  private static String doubts(EnvironmentListing listing) {
    String gaps = UnreadableRowNotes.sentence(listing.unreadable(), "environment");
    String age =
        listing.trouble().isPresent()
            ? "The list couldn't be read again, so a new environment isn't in it yet."
            : "";
    return (gaps.isEmpty() ? "" : " " + gaps) + (age.isEmpty() ? "" : " " + age);
  }

  private static String which(String text, int candidates) {
    String question = "Which environment do you mean by “" + text + "”?";
    return candidates <= MOST
        ? question
        : question
            + " These are the first "
            + MOST
            + " of "
            + candidates
            + "; for another one, write more of its name, or its ID.";
  }

  private Card ask(
      String question,
      List<EnvironmentProfile> subjects,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    return cards.render(
        new DisambiguationView(
            question,
            subjects.stream()
                .limit(MOST)
                .map(
                    subject ->
                        new Candidate(labels.side(subject), verb.name(), data.apply(subject)))
                .toList()));
  }
}
