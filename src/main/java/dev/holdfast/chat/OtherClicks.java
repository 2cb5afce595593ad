package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.environment.Catalogue;
import dev.holdfast.environment.Subject;
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

  private final Catalogue catalogue;
  private final WhyCards why;
  private final AskAgain again;
  private final HelpCards help;
  private final HistoryCards history;
  private final SubscriptionCommands subscriptions;

  OtherClicks(
      Catalogue catalogue,
      WhyCards why,
      AskAgain again,
      HelpCards help,
      HistoryCards history,
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

  Answer answer(Clicked clicked) {
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

  private Card why(Map<String, String> data, Speaker who) {
    Optional<Subject> source = catalogue.byId(data.getOrDefault("source", ""));
    String target = data.getOrDefault("target", "");
    return target.isEmpty() && source.isPresent()
        ? why.leftOut(source.get(), catalogue.all().subjects(), who.zone())
        : with(target, subject -> why.why(subject.id(), source.map(Subject::id), who.zone()));
  }

  private Card with(String environmentId, Function<Subject, Card> answer) {
    return catalogue
        .byId(environmentId)
        .map(answer)
        .orElseGet(() -> help.hint("This environment is no longer there."));
  }

  private static Said said(Clicked clicked) {
    return new Said(clicked.activityId(), clicked.who(), clicked.where(), "");
  }
}
