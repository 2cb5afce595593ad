package dev.holdfast.chat;

import dev.holdfast.chat.ChatCommand;
import dev.holdfast.chat.CommandParser;
import dev.holdfast.chat.CommandRegistry;
import dev.holdfast.chat.ParsedCommand;

import dev.holdfast.testing.Components;
import java.util.List;

/** Parses as the running Holdfast does, with all of its commands. */
final class ParsedCommands {

  static final CommandRegistry REGISTRY = new CommandRegistry(commands());
  static final CommandParser PARSER = new CommandParser(REGISTRY);

  private ParsedCommands() {}

  /**
   * A command as it was understood.
   *
   * @param command its name
   */
  record Asked(String command, Object arguments) {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<ChatCommand<?>> commands() {
    return (List) Components.of(ChatCommand.class);
  }

  static Asked asked(String command, Object arguments) {
    return new Asked(command, arguments);
  }

  /** What a text asks for; fails where it is no complete command. */
  static Asked asked(String text) {
    ParsedCommand.Invocation<?> parsed = (ParsedCommand.Invocation<?>) PARSER.parse(text);
    return new Asked(parsed.command().name().name(), parsed.arguments());
  }
}
