package dev.holdfast.bot.command;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import java.util.Optional;

/**
 * A command that people type. Every bean of this type is registered in the {@link CommandRegistry}.
 *
 * @param <A> what the command is told; environments and times as they were typed
 */
public interface ChatCommand<A> {

  CommandName name();

  /** Reads what follows the name. Never throws. */
  ParseResult<A> parse(CommandWords words);

  /** Reads what the reply needs from elsewhere, before the transaction of a change. */
  default void prepare(A arguments) {}

  Reply handle(A arguments, IncomingMessage said);

  /** Reads what follows one of the listing words of the name. */
  default ParseResult<A> parseListing(CommandWords words) {
    return parse(words);
  }

  /** Reads a message that names no command; empty when it isn't meant for this one. */
  default Optional<A> parseUnnamed(CommandWords words) {
    return Optional.empty();
  }

  /** Whether the reply comes from memory and the database, with no call of the admin API. */
  default boolean isAnsweredWithinTurn(A arguments, ChatUser who) {
    return false;
  }

  /** Whether replying changes something that the reply tells of. */
  default boolean changes() {
    return false;
  }

  /** Whether a person may use it. Help lists it for them alone; its handler refuses the others. */
  default boolean isFor(ChatUser who) {
    return true;
  }

  /** What help says of it; empty when it isn't listed there. */
  default Optional<HelpTopic> help() {
    return Optional.empty();
  }

  /** Whether the manifest of the Teams app lists it, so that Teams suggests it. */
  default boolean isInManifest() {
    return false;
  }

  /**
   * Whether it is the greeting, which an empty message is taken for and which may precede others.
   */
  default boolean isGreeting() {
    return false;
  }
}
