package dev.holdfast.bot.action;

import java.util.Set;

/**
 * What a button of a card does. Every bean of this type is registered in the {@link
 * CardActionRegistry}.
 */
public sealed interface CardAction permits ImmediateAction, ReplyAction {

  ActionVerb verb();

  /** The template files that have a button with this verb, without {@code .json}. */
  Set<String> sentFrom();

  /** Whether handling it changes something that the answer tells of. */
  boolean changes();
}
