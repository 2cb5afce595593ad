package dev.holdfast.chat;

import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.HelpCard;
import dev.holdfast.chat.HistoryCommand;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.RequestAgainAction;
import dev.holdfast.chat.SubscriptionCommands;
import dev.holdfast.chat.WhyCommand;

import dev.holdfast.card.Card;
import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The clicks that carry on with a candidate, or ask why or for help. */
@Component
class OtherClicks {

  private static final Set<String> VERBS =
      Set.of(
          "why.show",
          "help.show",
          "history.show",
          "subscription.add",
          "subscription.end",
          "request.again");

  private final EnvironmentCatalog catalogue;
  private final WhyCommand why;
  private final RequestAgainAction again;
  private final HelpCard help;
  private final HistoryCommand history;
  private final SubscriptionCommands subscriptions;

  OtherClicks(
      EnvironmentCatalog catalogue,
      WhyCommand why,
      RequestAgainAction again,
      HelpCard help,
      HistoryCommand history,
      SubscriptionCommands subscriptions) {
    this.catalogue = catalogue;
    this.why = why;
    this.again = again;
    this.help = help;
    this.history = history;
    this.subscriptions = subscriptions;
  }

  boolean knows(String verb) {
    return VERBS.contains(verb);
  }

  boolean isImmediate(String verb) {
    return switch (verb) {
      case "help.show", "history.show" -> true;
      case "subscription.add", "subscription.end" -> catalogue.isRead();
      default -> false;
    };
  }

  boolean changes(String verb) {
    return verb.equals("subscription.add") || verb.equals("subscription.end");
  }

  Answer answer(CardActionInvocation clicked) {
    Map<String, String> data = clicked.data();
    String environment = data.getOrDefault("environment", "");
    return switch (clicked.verb()) {
      case "request.again" ->
          Answer.of(again.form(data.getOrDefault("requestId", ""), clicked.who()));
      case "help.show" -> Answer.forAskerAlone(help.help());
      case "why.show" -> Answer.of(why(data, clicked.who()));
      case "history.show" -> Answer.of(history.answer(data, clicked.who()));
      case "subscription.add" -> subscriptions.picked(true, environment, said(clicked));
      case "subscription.end" -> subscriptions.picked(false, environment, said(clicked));
      default -> throw new IllegalArgumentException("no answer to " + clicked.verb());
    };
  }

  private Card why(Map<String, String> data, ChatUser who) {
    Optional<EnvironmentProfile> source = catalogue.byId(data.getOrDefault("source", ""));
    String target = data.getOrDefault("target", "");
    return target.isEmpty() && source.isPresent()
        ? why.leftOut(source.get(), catalogue.all().subjects(), who.zone())
        : with(
            target,
            subject -> why.why(subject.id(), source.map(EnvironmentProfile::id), who.zone()));
  }

  private Card with(String environmentId, Function<EnvironmentProfile, Card> answer) {
    return catalogue
        .byId(environmentId)
        .map(answer)
        .orElseGet(() -> help.hint("This environment is no longer there."));
  }

  private static IncomingMessage said(CardActionInvocation clicked) {
    return new IncomingMessage(clicked.activityId(), clicked.who(), clicked.where(), "");
  }
}
