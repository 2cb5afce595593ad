package dev.holdfast.bot.command;

import dev.holdfast.message.Message;
import java.util.function.UnaryOperator;

/** What a command makes of the words behind it. */
public sealed interface ParseResult<A> {

  /** All that the command needs. */
  record Complete<A>(A arguments) implements ParseResult<A> {}

  /**
   * Something is missing.
   *
   * @param hint says what
   */
  record Incomplete<A>(Message hint) implements ParseResult<A> {}

  /** The same with more about the arguments, if nothing is missing. */
  default ParseResult<A> map(UnaryOperator<A> more) {
    return this instanceof Complete<A> complete ? of(more.apply(complete.arguments())) : this;
  }

  static <A> ParseResult<A> of(A arguments) {
    return new Complete<>(arguments);
  }

  static <A> ParseResult<A> incomplete(Message hint) {
    return new Incomplete<>(hint);
  }

  /**
   * @param what code of a message such as {@code an environment}
   * @param example the command with it
   */
  static <A> ParseResult<A> missing(CommandName command, String what, String example) {
    return missing(command.name(), what, example);
  }

  /**
   * The same of a part of a command.
   *
   * @param command up to what is missing
   */
  static <A> ParseResult<A> missing(String command, String what, String example) {
    return incomplete(
        Message.of(
            "command.missing", "command", command, "what", Message.of(what), "example", example));
  }
}
