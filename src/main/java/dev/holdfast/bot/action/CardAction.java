package dev.holdfast.bot.action;

import java.util.Set;

/**
 * What a button of a card does. Every bean of this type is registered in the {@link
 * CardActionRegistry}.
 */
public sealed interface CardAction permits ImmediateAction, ReplyAction {

  /** How a button is answered. */
  enum Mode {

    /** In the response to the click. */
    IMMEDIATE,

    /** With a card in place of the clicked one. */
    REPLACE_CARD,

    /** With a new message, unless the button's data says that the card is replaced. */
    NEW_MESSAGE
  }

  ActionVerb verb();

  /** The template files that have a button with this verb, without {@code .json}. */
  Set<String> sentFrom();

  Mode mode();

  /** Whether handling it changes something that the answer tells of. */
  boolean changes();
}
