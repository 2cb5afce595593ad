package dev.holdfast.chat;

import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandParser;
import dev.holdfast.bot.command.CommandRegistry;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.testing.Components;
import java.util.List;

/** Parses as the running Holdfast does, with all of its commands. */
public final class ParsedCommands {

  public static final CommandRegistry REGISTRY = new CommandRegistry(commands());
  public static final CommandParser PARSER = new CommandParser(REGISTRY);

  private ParsedCommands() {}

  /**
   * A command as it was understood.
   *
   * @param command its name
   */
  public record Asked(String command, Object arguments) {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<ChatCommand<?>> commands() {
    return (List) Components.of(ChatCommand.class);
  }

  public static Asked asked(String command, Object arguments) {
    return new Asked(command, arguments);
  }

  /** What a text asks for; fails where it is no complete command. */
  public static Asked asked(String text) {
    ParsedCommand.Invocation<?> parsed = (ParsedCommand.Invocation<?>) PARSER.parse(text);
    return new Asked(parsed.command().name().name(), parsed.arguments());
  }
}
