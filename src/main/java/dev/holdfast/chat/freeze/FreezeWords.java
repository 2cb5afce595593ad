package dev.holdfast.chat.freeze;

import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts what follows {@code freeze}: what is frozen, until when, and why. Each keyword counts once;
 * behind the reason's, all words are the reason.
 */
final class FreezeWords {

  private enum Slot {
    SCOPE,
    END,
    REASON
  }

  private static final Map<String, Slot> KEYWORDS =
      Map.of(
          "until", Slot.END,
          "till", Slot.END,
          "because", Slot.REASON,
          "reason", Slot.REASON);

  private static final String EXAMPLE = "freeze until Friday 18:00 because the release is tested";

  private static final Set<String> EVERYTHING = Set.of("all", "everything", "every environment");

  private FreezeWords() {}

  static ParseResult<FreezeCommand.Arguments> of(CommandName command, CommandWords words) {
    if (words.isEmpty()) {
      return ParseResult.of(FreezeCommand.Arguments.list(1));
    }
    if (words.text().matches(CommandWords.PAGE)) {
      return ParseResult.of(FreezeCommand.Arguments.list(Integer.parseInt(words.text())));
    }
    Map<Slot, List<Token>> slots = sort(words.tokens());
    String end = text(slots, Slot.END);
    String reason = text(slots, Slot.REASON).replaceFirst("^(?i)of ", "");
    if (end.isEmpty()) {
      return ParseResult.missing(command, "command.missing.end", EXAMPLE);
    }
    if (reason.isEmpty()) {
      return ParseResult.missing(command, "command.missing.reason", EXAMPLE);
    }
    Optional<String> environment = environment(new CommandWords(slots.get(Slot.SCOPE)));
    return ParseResult.of(new FreezeCommand.Arguments(environment, end, reason));
  }

  /** The environment that words name; empty for everything. */
  static Optional<String> environment(CommandWords words) {
    return words.name().filter(name -> !EVERYTHING.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<Slot, List<Token>> sort(List<Token> words) {
    Map<Slot, List<Token>> slots = new EnumMap<>(Slot.class);
    slots.put(Slot.SCOPE, new ArrayList<>());
    Slot last = Slot.SCOPE;
    for (Token word : words) {
      Optional<Slot> keyword = keyword(word).filter(slot -> !slots.containsKey(slot));
      if (keyword.isPresent() && last != Slot.REASON) {
        last = keyword.get();
        slots.put(last, new ArrayList<>());
      } else {
        slots.get(last).add(word);
      }
    }
    return slots;
  }

  private static Optional<Slot> keyword(Token word) {
    String bare = word.text().toLowerCase(Locale.ROOT).replaceFirst("[:,]$", "");
    return word.quoted() ? Optional.empty() : Optional.ofNullable(KEYWORDS.get(bare));
  }

  private static String text(Map<Slot, List<Token>> slots, Slot slot) {
    return new CommandWords(slots.getOrDefault(slot, List.of())).text();
  }
}
