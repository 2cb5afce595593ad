package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.chat.CommandDesk.Answer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers the clicks that look something up; the click itself was acknowledged before. The answer
 * is a new message, or takes the place of the card that was clicked.
 */
@Component
class ClickDesk {

  /** In the data of an action whose answer replaces the card. */
  static final String IN_PLACE = "inPlace";

  static final Reaction.Refuse UNKNOWN =
      new Reaction.Refuse(
          "UnknownAction", "This button is not known any more. Write “help” to see what is.");

  private final EnvironmentCards environments;
  private final RestoreDesk restore;
  private final BackupForms backups;
  private final RequestCommands requests;
  private final OtherClicks others;

  ClickDesk(
      EnvironmentCards environments,
      RestoreDesk restore,
      BackupForms backups,
      RequestCommands requests,
      OtherClicks others) {
    this.environments = environments;
    this.restore = restore;
    this.backups = backups;
    this.requests = requests;
    this.others = others;
  }

  /** Whether the answer takes the place of the clicked card. */
  boolean inPlace(Clicked clicked) {
    return switch (clicked.verb()) {
      case "restore.review", "backup.submit", "environments.search" -> true;
      default -> clicked.data().containsKey(IN_PLACE);
    };
  }

  /** Whether this desk knows the verb. */
  boolean knows(String verb) {
    return switch (verb) {
      case "environments.search",
          "environment.show",
          "backups.show",
          "restore.form",
          "restore.review",
          "backup.form",
          "backup.submit",
          "request.show",
          "request.undo" ->
          true;
      default -> others.knows(verb);
    };
  }

  /** Whether the answer needs no call of the admin API. */
  boolean isImmediate(Clicked clicked) {
    return clicked.verb().equals("request.show") || others.isImmediate(clicked.verb());
  }

  /** Whether answering changes something that the answer tells of. */
  boolean changes(Clicked clicked) {
    return others.changes(clicked.verb());
  }

  /**
   * The answer; empty when it reaches the person another way, as the card of a new request does.
   */
  Optional<Answer> answer(Clicked clicked) {
    Speaker who = clicked.who();
    Map<String, String> data = clicked.data();
    String environment = data.getOrDefault("environment", "");
    return switch (clicked.verb()) {
      case "environments.search" ->
          card(
              environments.list(
                  data.getOrDefault("text", ""), number(data.get("from")), who.zone()));
      case "environment.show" -> card(environments.one(environment, who.zone()));
      case "backups.show" -> card(environments.backups(environment, who.zone()));
      case "restore.form" -> card(restore.form(data, who));
      case "restore.review" -> card(restore.review(data, who));
      case "request.undo" -> card(restore.undo(data, who));
      case "backup.form" -> card(backups.form(environment, data.getOrDefault("label", "")));
      case "backup.submit" ->
          backups.submit(data, who, clicked.where(), clicked.message()).card().map(Answer::of);
      case "request.show" ->
          Optional.of(requests.show(data.getOrDefault("requestId", ""), who, clicked.where()));
      default -> Optional.of(others.answer(clicked));
    };
  }

  /** Where a page begins; what is no number is the first. */
  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static Optional<Answer> card(Card card) {
    return Optional.of(Answer.of(card));
  }
}
