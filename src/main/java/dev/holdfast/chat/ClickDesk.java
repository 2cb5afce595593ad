package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.BackupForm;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.CardOwner;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.EnvironmentCards;
import dev.holdfast.chat.FormErrors;
import dev.holdfast.chat.OtherClicks;
import dev.holdfast.chat.RequestCommands;
import dev.holdfast.chat.RestoreDesk;
import dev.holdfast.chat.Verb;

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

  static final ActionResponse.Refuse UNKNOWN =
      new ActionResponse.Refuse(
          "UnknownAction", "This button is not known any more. Write “help” to see what is.");

  private final EnvironmentCards environments;
  private final RestoreDesk restore;
  private final BackupForm backups;
  private final RequestCommands requests;
  private final OtherClicks others;
  private final CardOwner owners;

  ClickDesk(
      EnvironmentCards environments,
      RestoreDesk restore,
      BackupForm backups,
      RequestCommands requests,
      OtherClicks others,
      CardOwner owners) {
    this.owners = owners;
    this.environments = environments;
    this.restore = restore;
    this.backups = backups;
    this.requests = requests;
    this.others = others;
  }

  /**
   * Whether the answer takes the place of the clicked card, which only its owner can replace. The
   * review of a form that was submitted meanwhile, because <b>Review</b> was clicked twice, doesn't
   * take the place of the request.
   */
  boolean inPlace(CardActionInvocation clicked) {
    return replaces(clicked)
        && CardOwner.isOwn(clicked)
        && !(clicked.verb().equals("restore.review") && owners.isRequestCard(clicked));
  }

  /**
   * Whether the answer is of no use to anybody but the clicker: what they look up with a card that
   * isn't theirs. Forms are read by others too, and so are the requests that come of them.
   */
  boolean isForClickerAlone(CardActionInvocation clicked) {
    return !isOfForm(clicked.verb())
        && (CardOwner.isAnothers(clicked) || replaces(clicked) && !CardOwner.isOwn(clicked));
  }

  private static boolean isOfForm(String verb) {
    return switch (verb) {
      case "restore.form",
          "restore.review",
          "backup.form",
          "backup.submit",
          "request.undo",
          "request.again" ->
          true;
      default -> false;
    };
  }

  /**
   * Why somebody can't go on with a form that isn't theirs; empty when they can. A list that isn't
   * theirs is no matter: they get their own page of it.
   */
  Optional<ActionResponse> refusal(CardActionInvocation clicked) {
    if (!CardOwner.isAnothers(clicked) || !replaces(clicked)) {
      return Optional.empty();
    }
    return switch (clicked.verb()) {
      case "restore.form", "restore.review" -> Optional.of(othersForm(clicked, Verb.RESTORE));
      case "backup.form", "backup.submit" -> Optional.of(othersForm(clicked, Verb.BACKUP));
      default -> Optional.empty();
    };
  }

  /**
   * The answer to a form that is filled in wrong, as far as that is known without asking the
   * service. It replaces the form for its owner alone or for everyone, as any other answer would; a
   * form that might be somebody else's still names no owner then.
   *
   * @return empty when nothing is known to be wrong
   */
  Optional<ActionResponse> objection(CardActionInvocation clicked) {
    return switch (clicked.verb()) {
      case "restore.review" ->
          restore.objection(clicked.data(), clicked.who()).map(found -> reaction(found, clicked));
      case "backup.submit" ->
          backups.objection(clicked.data(), clicked.who()).map(found -> reaction(found, clicked));
      default -> Optional.empty();
    };
  }

  private ActionResponse reaction(FormErrors found, CardActionInvocation clicked) {
    boolean inPlace = inPlace(clicked);
    return found
        .form()
        .map(form -> inPlace ? CardOwner.mark(form, clicked.who(), clicked.where()) : form)
        .<ActionResponse>map(form -> new ActionResponse.Show(form, inPlace))
        .orElseGet(() -> new ActionResponse.Tell(found.sentences()));
  }

  private ActionResponse othersForm(CardActionInvocation clicked, Verb own) {
    return new ActionResponse.Tell(
        "This form belongs to %s. To start your own, type “%s”."
            .formatted(owners.name(clicked), own.word()));
  }

  private static boolean replaces(CardActionInvocation clicked) {
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
  boolean isImmediate(CardActionInvocation clicked) {
    return clicked.verb().equals("request.show") || others.isImmediate(clicked.verb());
  }

  /** Whether answering changes something that the answer tells of. */
  boolean changes(CardActionInvocation clicked) {
    return others.changes(clicked.verb());
  }

  /**
   * The answer; empty when it reaches the person another way, as the card of a new request does.
   */
  Optional<Answer> answer(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
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
      case "backup.submit" -> submitBackup(clicked);
      case "request.show" ->
          Optional.of(requests.show(data.getOrDefault("requestId", ""), who, clicked.where()));
      default -> Optional.of(others.answer(clicked));
    };
  }

  private Optional<Answer> submitBackup(CardActionInvocation clicked) {
    if (inPlace(clicked)) {
      return backups
          .submit(clicked.data(), clicked.who(), clicked.where(), clicked.message())
          .card()
          .map(Answer::of);
    }
    BackupForm.Outcome outcome = backups.submitCopy(clicked.data(), clicked.who(), clicked.where());
    return outcome.repeated()
        ? outcome
            .request()
            .map(known -> requests.show(known.id().toString(), clicked.who(), clicked.where()))
        : outcome.card().map(Answer::of);
  }

  /** Where a page begins; what is no number is the first. */
  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static Optional<Answer> card(Card card) {
    return Optional.of(Answer.of(card));
  }
}
