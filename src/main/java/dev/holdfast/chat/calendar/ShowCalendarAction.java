package dev.holdfast.chat.calendar;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows the calendar of one environment. */
@Component
class ShowCalendarAction implements ReplyAction {

  static final ActionVerb VERB = new ActionVerb("calendar.show");

  private final CalendarCards cards;

  ShowCalendarAction(CalendarCards cards) {
    this.cards = cards;
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
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(cards.one(clicked.text("environment"), clicked.who())));
  }
}
