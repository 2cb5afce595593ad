package dev.holdfast.bot.command;

/** What a command makes of the words behind it. */
public sealed interface ParseResult<A> {

  /** All that the command needs. */
  record Complete<A>(A arguments) implements ParseResult<A> {}

  /**
   * Something is missing.
   *
   * @param hint a sentence that says what
   */
  record Incomplete<A>(String hint) implements ParseResult<A> {}

  static <A> ParseResult<A> of(A arguments) {
    return new Complete<>(arguments);
  }

  static <A> ParseResult<A> incomplete(String hint) {
    return new Incomplete<>(hint);
  }

  /**
   * @param what such as {@code an environment}
   * @param example the command with it
   */
  static <A> ParseResult<A> missing(CommandName command, String what, String example) {
    return incomplete("%s needs %s, as in %s.".formatted(command.name(), what, example));
  }
}
