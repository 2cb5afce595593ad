package dev.holdfast.bot.action;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;

/** A button that is answered in the response to the click, from the database alone. */
public non-sealed interface ImmediateAction extends CardAction {

  ActionResponse handle(CardActionInvocation clicked);

  /** Reads what the answer needs from elsewhere, before the transaction of a change. */
  default void prepare(CardActionInvocation clicked) {}

  @Override
  default boolean changes() {
    return true;
  }
}
