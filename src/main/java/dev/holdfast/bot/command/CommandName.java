package dev.holdfast.bot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that stand for a command, in lower case.
 *
 * @param name the one that help shows
 * @param aliases the others; one of two words counts only at the beginning of a message
 * @param listingWords words such as {@code show} that stand for the command when a message begins
 *     with them and goes on with no command
 */
public record CommandName(String name, List<String> aliases, Set<String> listingWords) {

  public static CommandName of(String name, String... aliases) {
    return new CommandName(name, Arrays.asList(aliases), Set.of());
  }

  public CommandName listedBy(String... words) {
    return new CommandName(name, aliases, Set.of(words));
  }

  /** The name and its aliases. */
  public List<String> words() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }
}
