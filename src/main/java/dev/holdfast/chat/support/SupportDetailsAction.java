package dev.holdfast.chat.support;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.chat.request.RequestLookup;
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
                            clicked.who().texts().of(SupportDetails.of(request)))))));
  }
}
