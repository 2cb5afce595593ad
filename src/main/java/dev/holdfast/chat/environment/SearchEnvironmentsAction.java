package dev.holdfast.chat.environment;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A search in the list of environments, or another page of it. */
@Component
class SearchEnvironmentsAction implements ReplyAction {

  private final EnvironmentCards cards;

  SearchEnvironmentsAction(EnvironmentCards cards) {
    this.cards = cards;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("environments.search");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("environments", "help", "home");
  }

  @Override
  public boolean replacesCard(CardActionInvocation clicked) {
    return true;
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(
        Reply.of(cards.list(clicked.text("text"), number(clicked.text("from")), clicked.who())));
  }

  /** Where a page begins; what is no number is the first. */
  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
