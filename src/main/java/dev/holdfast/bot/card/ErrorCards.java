package dev.holdfast.bot.card;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.message.Message;
import dev.holdfast.support.LogContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person is told when an answer cannot be given. */
@Component
public class ErrorCards {

  private static final CardTexts TEXTS = CardTexts.SHARED;

  private final CardRenderer cards;

  ErrorCards(CardRenderer cards) {
    this.cards = cards;
  }

  /** The admin API did not answer as it should; nothing was changed by asking. */
  public Card withAdminApi(String about, AdminApiException e) {
    return cards.render(
        new ErrorView(
            TEXTS.of("error.adminApi.title"),
            about,
            TEXTS.of("error.adminApi.next", "error", e.getMessage()),
            List.of(TEXTS.of(todo(e))),
            e.command(),
            service(e.answer())));
  }

  /** A mistake of Holdfast's own; the log tells more under the reference. */
  public Card ofOurOwn(String reference) {
    return cards.render(
        new ErrorView(
            TEXTS.of("error.own.title"),
            "",
            TEXTS.of("error.own.next"),
            List.of(TEXTS.of("error.own.todo")),
            "",
            Optional.of(
                new ServiceErrorDetails("", List.of(TEXTS.fact("error.reference", reference))))));
  }

  public Card plain(Message title, Message next, List<Message> todo, CardTexts texts) {
    return cards.render(
        new ErrorView(texts.of(title), "", texts.of(next), texts.of(todo), "", Optional.empty()));
  }

  /** The code of the message that says what the reader can do. */
  private static String todo(AdminApiException e) {
    if (!e.command().isEmpty()) {
      return "error.todo.command";
    }
    return switch (e.kind().mender()) {
      case PERSON -> "error.todo.person";
      case OPERATOR -> "error.todo.operator";
      case SERVICE -> "error.todo.service";
    };
  }

  private static Optional<ServiceErrorDetails> service(Answer answer) {
    List<Fact> ids = new ArrayList<>();
    if (answer.status() > 0) {
      ids.add(TEXTS.fact("error.status", String.valueOf(answer.status())));
    }
    answer.code().ifPresent(code -> ids.add(TEXTS.fact("error.code", code)));
    answer.correlationId().ifPresent(id -> ids.add(TEXTS.fact("operation.correlationId", id)));
    LogContext.known().ifPresent(id -> ids.add(TEXTS.fact("error.reference", id)));
    String words = answer.message().orElse("");
    return ids.isEmpty() && words.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServiceErrorDetails(words, ids));
  }
}
