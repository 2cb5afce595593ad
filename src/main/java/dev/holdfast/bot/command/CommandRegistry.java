package dev.holdfast.bot.command;

import dev.holdfast.support.EditDistance;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All commands, by the words that people type. */
@Component
public class CommandRegistry {

  private final List<ChatCommand<?>> commands;
  private final Map<String, ChatCommand<?>> byWord = new HashMap<>();
  private final Map<String, ChatCommand<?>> byTwoWords = new HashMap<>();
  private final Map<String, ChatCommand<?>> byListingWord = new HashMap<>();
  private final ChatCommand<?> greeting;

  /**
   * @throws IllegalStateException if a word stands for two commands, or there isn't one greeting
   */
  public CommandRegistry(List<ChatCommand<?>> commands) {
    this.commands = List.copyOf(commands);
    for (ChatCommand<?> command : commands) {
      for (String word : command.name().words()) {
        register(word, command, word.contains(" ") ? byTwoWords : byWord);
      }
      command.name().listingWords().forEach(word -> register(word, command, byListingWord));
    }
    List<ChatCommand<?>> greetings =
        this.commands.stream().filter(ChatCommand::isGreeting).toList();
    if (greetings.size() != 1) {
      throw new IllegalStateException("There must be one greeting, not " + greetings);
    }
    this.greeting = greetings.get(0);
  }

  private void register(String word, ChatCommand<?> command, Map<String, ChatCommand<?>> words) {
    @Nullable ChatCommand<?> other =
        Stream.of(byWord, byTwoWords, byListingWord)
            .flatMap(known -> Optional.ofNullable(known.get(word)).stream())
            .findFirst()
            .orElse(null);
    if (other != null) {
      throw new IllegalStateException(
          "“%s” stands for two commands: %s and %s"
              .formatted(word, other.getClass().getName(), command.getClass().getName()));
    }
    words.put(word, command);
  }

  public List<ChatCommand<?>> commands() {
    return commands;
  }

  ChatCommand<?> greeting() {
    return greeting;
  }

  /** The command that a word stands for, whatever its case, a slash before or a mark after it. */
  public Optional<ChatCommand<?>> find(String word) {
    return Optional.ofNullable(byWord.get(plain(word)));
  }

  /** The command that two words in lower case stand for, such as {@code back up}. */
  public Optional<ChatCommand<?>> find(String first, String second) {
    return Optional.ofNullable(byTwoWords.get(first + " " + second));
  }

  /** The command that a word in lower case stands for where no command follows it. */
  Optional<ChatCommand<?>> findByListingWord(String word) {
    return Optional.ofNullable(byListingWord.get(word));
  }

  /**
   * The command that a word with a typo was probably meant to be. Of two that are equally near, the
   * one whose class has the lower {@link org.springframework.core.annotation.Order}.
   */
  Optional<ChatCommand<?>> nearest(String word) {
    String plain = plain(word);
    if (plain.length() < 3 || plain.length() > 20) {
      return Optional.empty();
    }
    int limit = plain.length() < 5 ? 1 : 2;
    record Near(ChatCommand<?> command, String name, int distance) {}
    return commands.stream()
        .filter(command -> !command.isGreeting())
        .map(
            command -> {
              String name = command.name().name();
              return new Near(command, name, EditDistance.between(plain, name));
            })
        .filter(near -> near.distance() <= limit || near.name().startsWith(plain))
        .min(Comparator.comparingInt(Near::distance))
        .map(Near::command);
  }

  private static String plain(String word) {
    // Full-width letters of an input method are the same letters.
    String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("/") ? lower.substring(1) : lower;
    String unmarked = Tokenizer.withoutClosingMarks(bare);
    return unmarked.isEmpty() && bare.startsWith("?") ? "?" : unmarked;
  }
}
