package dev.holdfast.chat.support;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.chat.request.RequestLookup;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageCatalog;
import dev.holdfast.message.ReaderLanguage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens the text that a person hands to Microsoft Support; only who may see the request gets it.
 */
@Component
class SupportDetailsAction implements ReplyAction {

  private final RequestLookup requests;
  private final CardRenderer cards;

  SupportDetailsAction(RequestLookup requests, CardRenderer cards) {
    this.requests = requests;
    this.cards = cards;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.supportDetails");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request");
  }

  @Override
  public boolean isAnsweredWithinTurn() {
    return true;
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(
        requests.with(
            clicked.text("requestId"),
            clicked.who(),
            request ->
                Reply.forAskerAlone(
                    cards.render(
                        new SupportDetailsView(
                            request.id().toString(),
                            english(clicked, SupportDetails.of(request)))))));
  }

  /** Microsoft Support reads it, not the clicker. */
  private static List<String> english(CardActionInvocation clicked, List<Message> lines) {
    return ReaderLanguage.in(MessageCatalog.COMPLETE, () -> clicked.who().texts().of(lines));
  }
}
