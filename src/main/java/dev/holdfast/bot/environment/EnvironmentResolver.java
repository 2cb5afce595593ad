package dev.holdfast.bot.environment;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.environment.DisambiguationView.Candidate;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds the environment that a person means, and asks back when that is not clear. */
@Component
public class EnvironmentResolver {

  private static final int MOST = 5;

  private final ReadableEnvironments environments;
  private final EnvironmentLabels labels;
  private final CardRenderer cards;

  EnvironmentResolver(
      ReadableEnvironments environments, EnvironmentLabels labels, CardRenderer cards) {
    this.environments = environments;
    this.labels = labels;
    this.cards = cards;
  }

  /** Whether environments are found without a call of the admin API. */
  public boolean isReady() {
    return environments.isRead();
  }

  /** Reads the environments if they weren't read yet. */
  public void prepare() {
    environments.prepare();
  }

  public NameLookup find(String text, ChatUser who) {
    return environments.find(text, who);
  }

  /**
   * Answers with one environment, or asks which is meant.
   *
   * @param verb the action that carries on with the one that is picked
   * @param data what that action needs, for a candidate
   */
  public Card with(
      String text,
      ChatUser who,
      Function<EnvironmentProfile, Card> answer,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    return with(text, find(text, who), who, answer, verb, data);
  }

  public Card with(
      String text,
      NameLookup lookup,
      ChatUser who,
      Function<EnvironmentProfile, Card> answer,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    return lookup instanceof NameLookup.One one
        ? answer.apply(one.subject())
        : ask(text, lookup, who, verb, data);
  }

  /**
   * Asks which environment is meant.
   *
   * @param lookup what the text led to: several, or none
   */
  public Card ask(
      String text,
      NameLookup lookup,
      ChatUser who,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    if (lookup instanceof NameLookup.Several several) {
      return ask(which(text, several.candidates().size()), several.candidates(), verb, data);
    }
    List<EnvironmentProfile> nearest = ((NameLookup.None) lookup).nearest();
    Message unknown =
        Message.of(
            nearest.isEmpty() ? "whichEnvironment.none" : "whichEnvironment.nearest", "text", text);
    return ask(withDoubts(unknown, environments.all(who)), nearest, verb, data);
  }

  /** With why it may be there all the same. */
  private static Message withDoubts(Message question, EnvironmentListing listing) {
    Message doubting = question;
    if (listing.unreadable() > 0) {
      doubting = doubting.then(Message.of("unreadable.environment", "count", listing.unreadable()));
    }
    return listing.trouble().isPresent()
        ? doubting.then(Message.of("whichEnvironment.stale"))
        : doubting;
  }

  private static Message which(String text, int candidates) {
    Message question = Message.of("whichEnvironment.several", "text", text);
    return candidates <= MOST
        ? question
        : question.then(Message.of("whichEnvironment.first", "shown", MOST, "count", candidates));
  }

  private Card ask(
      Message question,
      List<EnvironmentProfile> subjects,
      ActionVerb verb,
      Function<EnvironmentProfile, Map<String, String>> data) {
    return cards.render(
        new DisambiguationView(
            CardTexts.SHARED.of(question),
            subjects.stream()
                .limit(MOST)
                .map(
                    subject ->
                        new Candidate(labels.side(subject), verb.name(), data.apply(subject)))
                .toList()));
  }
}
