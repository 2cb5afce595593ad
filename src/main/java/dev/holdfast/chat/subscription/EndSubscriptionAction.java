package dev.holdfast.chat.subscription;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ends the subscription to the environment that was picked from the candidates. */
@Component
class EndSubscriptionAction implements ReplyAction {

  static final ActionVerb VERB = new ActionVerb("subscription.end");

  private final SubscriptionService subscriptions;

  EndSubscriptionAction(SubscriptionService subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("candidates");
  }

  @Override
  public boolean isAnsweredWithinTurn() {
    return subscriptions.isReady();
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(
        subscriptions.withPicked(
            clicked.text("environment"),
            clicked.who(),
            picked -> subscriptions.unsubscribe(clicked.who(), clicked.where(), picked)));
  }
}
