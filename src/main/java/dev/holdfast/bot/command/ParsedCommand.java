package dev.holdfast.bot.command;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.message.Message;
import java.util.Optional;

/** What a message asks for. */
public sealed interface ParsedCommand {

  /** Whether a command was meant: neither a greeting nor something that nobody understands. */
  boolean isCommand();

  /** Whether the reply needs no call of the admin API. */
  boolean isAnsweredWithinTurn(ChatUser who);

  /** Whether replying changes something that the reply tells of. */
  boolean changes();

  /** Reads what the reply needs from elsewhere, before the transaction of a change. */
  default void prepare() {}

  /** A command with all that it needs. */
  record Invocation<A>(ChatCommand<A> command, A arguments) implements ParsedCommand {

    public Reply handle(IncomingMessage said) {
      return command.handle(arguments, said);
    }

    @Override
    public void prepare() {
      command.prepare(arguments);
    }

    @Override
    public boolean isCommand() {
      return !command.isGreeting();
    }

    @Override
    public boolean isAnsweredWithinTurn(ChatUser who) {
      return command.isAnsweredWithinTurn(arguments, who);
    }

    @Override
    public boolean changes() {
      return command.changes();
    }
  }

  /**
   * A command without what it needs.
   *
   * @param hint says what is missing
   */
  record Incomplete(ChatCommand<?> command, Message hint) implements ParsedCommand {

    @Override
    public boolean isCommand() {
      return true;
    }

    @Override
    public boolean isAnsweredWithinTurn(ChatUser who) {
      return true;
    }

    @Override
    public boolean changes() {
      return false;
    }
  }

  /**
   * Not understood.
   *
   * @param nearest the name of the command that was probably meant
   */
  record Unknown(String text, Optional<String> nearest) implements ParsedCommand {

    @Override
    public boolean isCommand() {
      return false;
    }

    @Override
    public boolean isAnsweredWithinTurn(ChatUser who) {
      return true;
    }

    @Override
    public boolean changes() {
      return false;
    }
  }
}
