package dev.holdfast.chat.environment;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens one environment. */
@Component
class ShowEnvironmentAction implements ReplyAction {

  static final ActionVerb VERB = new ActionVerb("environment.show");

  private final EnvironmentCards cards;

  ShowEnvironmentAction(EnvironmentCards cards) {
    this.cards = cards;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("environments", "candidates");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(cards.one(clicked.text("environment"), clicked.who())));
  }
}
