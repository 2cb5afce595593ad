package dev.holdfast.chat.doctor;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ReplyAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has the doctor look again, after something was fixed. */
@Component
class CheckAgainAction implements ReplyAction {

  private final DoctorCards cards;

  CheckAgainAction(DoctorCards cards) {
    this.cards = cards;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("doctor.check");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("doctor", "home");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(cards.examine(clicked.who()));
  }
}
