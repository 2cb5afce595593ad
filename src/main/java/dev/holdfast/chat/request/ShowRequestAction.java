package dev.holdfast.chat.request;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens a request: its card follows it here from now on. */
@Component
class ShowRequestAction implements ReplyAction {

  private final RequestLookup requests;

  ShowRequestAction(RequestLookup requests) {
    this.requests = requests;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.show");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("notice", "part-parts", "part-request-rows");
  }

  @Override
  public boolean isAnsweredWithinTurn() {
    return true;
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(requests.show(clicked.text("requestId"), clicked.who(), clicked.where()));
  }
}
