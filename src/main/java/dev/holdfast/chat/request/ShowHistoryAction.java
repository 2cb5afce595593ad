package dev.holdfast.chat.request;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows a page of a list of requests; the button carries the whole question. */
@Component
class ShowHistoryAction implements ReplyAction {

  static final ActionVerb VERB = new ActionVerb("history.show");

  private final HistoryPages history;
  private final RequestListCards lists;

  ShowHistoryAction(HistoryPages history, RequestListCards lists) {
    this.history = history;
    this.lists = lists;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request-list", "candidates", "home");
  }

  @Override
  public boolean isAnsweredWithinTurn() {
    return true;
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(
        Reply.of(
            clicked.text(RequestListCards.LIST).isEmpty()
                ? history.page(clicked.data(), clicked.who())
                : lists.page(clicked.data(), clicked.who())));
  }
}
