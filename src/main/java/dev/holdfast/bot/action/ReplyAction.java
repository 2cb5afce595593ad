package dev.holdfast.bot.action;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.message.Message;
import java.util.Optional;

/**
 * A button that looks something up. The click itself is acknowledged before; the reply is a new
 * message, or takes the place of the card that was clicked.
 */
public non-sealed interface ReplyAction extends CardAction {

  /** Empty when the person is reached another way, as by the card of a new request. */
  Optional<Reply> handle(CardActionInvocation clicked);

  @Override
  default boolean changes() {
    return false;
  }

  /** Whether the reply comes from memory and the database, with no call of the admin API. */
  default boolean isAnsweredWithinTurn() {
    return false;
  }

  /** Whether the reply would take the place of the card, if it's the clicker's own. */
  default boolean replacesCard(CardActionInvocation clicked) {
    return clicked.data().containsKey(CardActionInvocation.IN_PLACE);
  }

  /** Whether the clicked card still is what this action is about. */
  default boolean isStillReplaceable(CardActionInvocation clicked) {
    return true;
  }

  /**
   * What the clicker is told until the reply is there.
   *
   * @param inPlace whether it takes the place of the card
   */
  default Message acknowledgment(boolean inPlace) {
    return Message.of("action.wait");
  }
}
