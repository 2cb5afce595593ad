package dev.holdfast.operation.copy;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.message.Message;
import dev.holdfast.operation.copy.CopyCommand.Times;
import dev.holdfast.operation.repeat.RepeatWords;
import dev.holdfast.operation.start.StartWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sorts what follows {@code copy} into source and target, in any order: {@code A to B}, {@code from
 * A to B}, {@code to B from A}, {@code B from A}. Each keyword counts once; a second one of its
 * kind is part of a name, which then is not found.
 */
final class CopyArgumentsParser {

  private enum Slot {
    BARE,
    SOURCE,
    TARGET
  }

  private static final Map<String, Slot> KEYWORDS =
      Map.of(
          "from", Slot.SOURCE,
          "to", Slot.TARGET,
          "onto", Slot.TARGET,
          "into", Slot.TARGET,
          "over", Slot.TARGET);

  private CopyArgumentsParser() {}

  static ParseResult<CopyCommand.Arguments> of(CommandWords words) {
    RepeatWords often = RepeatWords.of(words);
    StartWords planned = StartWords.of(often.rest());
    return of(sort(planned.rest().tokens()), new Times(planned.start(), often.repeat()));
  }

  /** The same, but a name that stands alone is that of the target. */
  static ParseResult<CopyCommand.Arguments> ofTarget(CommandWords words) {
    RepeatWords often = RepeatWords.of(words);
    StartWords planned = StartWords.of(often.rest());
    Map<Slot, List<Token>> slots = sort(planned.rest().tokens());
    if (slots.size() == 1 && !words(slots, Slot.BARE).isType()) {
      slots.put(Slot.TARGET, slots.put(Slot.BARE, List.of()));
    }
    return of(slots, new Times(planned.start(), often.repeat()));
  }

  private static ParseResult<CopyCommand.Arguments> of(Map<Slot, List<Token>> slots, Times times) {
    CopyWords bare = words(slots, Slot.BARE);
    CopyWords source = words(slots, Slot.SOURCE);
    CopyWords target = words(slots, Slot.TARGET);
    if (bare.isType()) {
      return ParseResult.of(new CopyCommand.Arguments(source, target, bare, times));
    }
    if (!bare.isEmpty() && !source.isEmpty() && !target.isEmpty()) {
      return ParseResult.incomplete(Message.of("command.copy.ambiguous"));
    }
    return ParseResult.of(
        source.isEmpty()
            ? new CopyCommand.Arguments(bare, target, CopyWords.NONE, times)
            : new CopyCommand.Arguments(
                source, target.isEmpty() ? bare : target, CopyWords.NONE, times));
  }

  private static Map<Slot, List<Token>> sort(List<Token> words) {
    Map<Slot, List<Token>> slots = new EnumMap<>(Slot.class);
    slots.put(Slot.BARE, new ArrayList<>());
    Slot last = Slot.BARE;
    for (Token word : words) {
      Slot keyword = word.quoted() ? null : KEYWORDS.get(word.text().toLowerCase(Locale.ROOT));
      if (keyword != null && !slots.containsKey(keyword)) {
        slots.put(keyword, new ArrayList<>());
        last = keyword;
      } else {
        slots.get(last).add(word);
      }
    }
    return slots;
  }

  private static CopyWords words(Map<Slot, List<Token>> slots, Slot slot) {
    return CopyWords.of(slots.getOrDefault(slot, List.of()));
  }
}
