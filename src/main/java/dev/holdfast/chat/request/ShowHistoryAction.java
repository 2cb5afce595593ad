package dev.holdfast.chat.request;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows a page of the history; the button carries the whole question. */
@Component
class ShowHistoryAction implements ReplyAction {

  static final ActionVerb VERB = new ActionVerb("history.show");

  private final HistoryPages pages;

  ShowHistoryAction(HistoryPages pages) {
    this.pages = pages;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request-list", "candidates");
  }

  @Override
  public boolean isAnsweredWithinTurn() {
    return true;
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(pages.page(clicked.data(), clicked.who())));
  }
}
