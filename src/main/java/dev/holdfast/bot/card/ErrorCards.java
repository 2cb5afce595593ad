package dev.holdfast.bot.card;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.support.LogContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person is told when an answer cannot be given. */
@Component
public class ErrorCards {

  private final CardRenderer cards;

  ErrorCards(CardRenderer cards) {
    this.cards = cards;
  }

  /** The admin API did not answer as it should; nothing was changed by asking. */
  public Card withAdminApi(String about, AdminApiException e) {
    return cards.render(
        new ErrorView(
            "The Power Platform admin API could not answer",
            about,
            e.getMessage() + " Nothing was changed by asking.",
            List.of(todo(e)),
            e.command(),
            service(e.answer())));
  }

  /** A mistake of Holdfast's own; the log tells more under the reference. */
  public Card ofOurOwn(String reference) {
    return cards.render(
        new ErrorView(
            "Something went wrong inside Holdfast",
            "",
            "Nothing was changed by this. The details are in Holdfast's log.",
            List.of("Try again. If it stays like this, give the operator the reference."),
            "",
            Optional.of(new ServiceErrorDetails("", List.of(new Fact("Reference", reference))))));
  }

  public Card plain(String title, String next, List<String> todo) {
    return cards.render(new ErrorView(title, "", next, todo, "", Optional.empty()));
  }

  private static String todo(AdminApiException e) {
    if (!e.command().isEmpty()) {
      return "A Power Platform administrator runs this in PowerShell, signed in as a person:";
    }
    return switch (e.kind().mender()) {
      case PERSON -> "Check what you asked for and try again.";
      case OPERATOR ->
          "Tell the operator of Holdfast: its access to the admin API has to be mended.";
      case SERVICE -> "Try again in a few minutes.";
    };
  }

  private static Optional<ServiceErrorDetails> service(Answer answer) {
    List<Fact> ids = new ArrayList<>();
    if (answer.status() > 0) {
      ids.add(new Fact("HTTP status", String.valueOf(answer.status())));
    }
    answer.code().ifPresent(code -> ids.add(new Fact("Code", code)));
    answer.correlationId().ifPresent(id -> ids.add(new Fact("Correlation id", id)));
    LogContext.known().ifPresent(id -> ids.add(new Fact("Reference", id)));
    String words = answer.message().orElse("");
    return ids.isEmpty() && words.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServiceErrorDetails(words, ids));
  }
}
