package dev.holdfast.operation.restore;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.bot.time.InstantParser;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.message.Message;
import dev.holdfast.operation.start.StartWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts what follows {@code restore} into source, target and time, in any order: {@code A to B at
 * T}, {@code from A to B}, {@code to B from A}, {@code B from A}, {@code A to B yesterday 18:00}.
 * When it is to start has a word of its own: {@code start tonight}.
 *
 * <p>Each keyword counts once; a second one of its kind is part of a name, which then is not found.
 * Better a question than a guess about what will be overwritten.
 */
final class RestoreArgumentsParser {

  private enum Slot {
    BARE,
    SOURCE,
    TARGET,
    WHEN
  }

  private static final Map<String, Slot> KEYWORDS =
      Map.of(
          "from", Slot.SOURCE,
          "to", Slot.TARGET,
          "onto", Slot.TARGET,
          "into", Slot.TARGET,
          "over", Slot.TARGET,
          "at", Slot.WHEN);

  /** No words for a time are more: {@code fri 20 nov 2026 6:00 pm w. europe standard time}. */
  private static final int LONGEST_TIME = 12;

  private final InstantParser times = new InstantParser(ZoneOffset.UTC, Instant.EPOCH);
  private final Map<Slot, List<Token>> slots = new EnumMap<>(Slot.class);
  private Slot last = Slot.BARE;
  private Slot beforeTime = Slot.BARE;

  private RestoreArgumentsParser() {
    slots.put(Slot.BARE, new ArrayList<>());
  }

  static ParseResult<RestoreCommand.Arguments> of(CommandWords words) {
    StartWords planned = StartWords.explicit(words);
    RestoreArgumentsParser restore = new RestoreArgumentsParser();
    restore.sort(planned.rest().tokens());
    restore.takeTimeFromName();
    return restore.result(planned.start());
  }

  private void sort(List<Token> words) {
    for (Token word : words) {
      Slot keyword = word.quoted() ? null : KEYWORDS.get(word.text().toLowerCase(Locale.ROOT));
      if (keyword != null && !slots.containsKey(keyword)) {
        slots.put(keyword, new ArrayList<>());
        beforeTime = keyword == Slot.WHEN ? last : beforeTime;
        last = keyword;
      } else {
        slots.get(last).add(word);
      }
    }
  }

  /**
   * {@code A to B yesterday 18:00} has no keyword before the time, and in {@code A to B yesterday
   * at 18:00} it comes in the middle. The longest tail of the name that makes a time, with what
   * followed {@code at}, belongs to the time.
   */
  private void takeTimeFromName() {
    boolean said = slots.containsKey(Slot.WHEN);
    List<Token> name = slots.get(said ? beforeTime : last);
    List<Token> after = said ? slots.get(Slot.WHEN) : List.of();
    for (int i = Math.max(0, name.size() - LONGEST_TIME); i < name.size(); i++) {
      List<Token> tail = name.subList(i, name.size());
      List<Token> time = new ArrayList<>(tail);
      time.addAll(after);
      if (isTime(time)) {
        slots.put(Slot.WHEN, time);
        tail.clear();
        return;
      }
    }
  }

  private boolean isTime(List<Token> tail) {
    if (tail.stream().anyMatch(Token::quoted)) {
      return false;
    }
    String text = text(tail);
    boolean number = text.chars().anyMatch(c -> c >= '0' && c <= '9') || text.endsWith("ago");
    return number
        && !(times.parse(text) instanceof ParsedInstant.NotUnderstood not && !not.meantAsTime());
  }

  private ParseResult<RestoreCommand.Arguments> result(Optional<String> start) {
    Optional<String> bare = said(Slot.BARE);
    Optional<String> source = said(Slot.SOURCE);
    Optional<String> target = said(Slot.TARGET);
    if (bare.isPresent() && source.isPresent() && target.isPresent()) {
      return ParseResult.incomplete(Message.of("command.restore.ambiguous"));
    }
    return ParseResult.of(
        source.isPresent()
            ? new RestoreCommand.Arguments(source, target.or(() -> bare), said(Slot.WHEN), start)
            : new RestoreCommand.Arguments(bare, target, said(Slot.WHEN), start));
  }

  private Optional<String> said(Slot slot) {
    return Optional.of(text(slots.getOrDefault(slot, List.of()))).filter(text -> !text.isEmpty());
  }

  private static String text(List<Token> words) {
    return String.join(" ", words.stream().map(Token::text).toList());
  }
}
