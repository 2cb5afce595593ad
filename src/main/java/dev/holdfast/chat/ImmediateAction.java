package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.CardAction;
import dev.holdfast.chat.CardActionInvocation;

/** A button that is answered in the response to the click, from the database alone. */
non-sealed interface ImmediateAction extends CardAction {

  ActionResponse handle(CardActionInvocation clicked);

  @Override
  default Mode mode() {
    return Mode.IMMEDIATE;
  }

  @Override
  default boolean changes() {
    return true;
  }
}
