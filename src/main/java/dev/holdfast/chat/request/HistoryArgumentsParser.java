package dev.holdfast.chat.request;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.request.RequestState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts what follows {@code history} into environment, state, person and time, in any order: {@code
 * Contoso Dev failed by Megan since monday}. What stands in quotes is a name.
 */
final class HistoryArgumentsParser {

  private enum Slot {
    BARE,
    PERSON,
    SINCE,
    UNTIL
  }

  private static final Map<String, Slot> KEYWORDS =
      Map.of(
          "by", Slot.PERSON,
          "since", Slot.SINCE,
          "after", Slot.SINCE,
          "until", Slot.UNTIL,
          "till", Slot.UNTIL,
          "before", Slot.UNTIL);

  /** Only in front of a date: {@code from} begins the name of an environment as well. */
  private static final Map<String, Slot> BEFORE_A_DATE =
      Map.of("from", Slot.SINCE, "to", Slot.UNTIL);

  private static final Map<String, RequestState> SYNONYMS =
      Map.of(
          "waiting", RequestState.AWAITING_APPROVAL,
          "pending", RequestState.AWAITING_APPROVAL,
          "successful", RequestState.SUCCEEDED,
          "unknown", RequestState.UNKNOWN,
          "canceled", RequestState.CANCELLED);

  private static final String COMMAND = "history";

  private static final Set<String> FILLERS = Set.of("of", "for", "from", "in", "on", "about");

  private final Map<Slot, List<Token>> slots = new EnumMap<>(Slot.class);
  private Optional<RequestState> state = Optional.empty();

  private HistoryArgumentsParser() {
    slots.put(Slot.BARE, new ArrayList<>());
  }

  static ParseResult<HistoryCommand.Arguments> of(CommandWords words) {
    HistoryArgumentsParser history = new HistoryArgumentsParser();
    history.sort(words.tokens());
    history.takeState();
    return history.result();
  }

  private void sort(List<Token> words) {
    Slot last = Slot.BARE;
    for (int i = 0; i < words.size(); i++) {
      Optional<Slot> keyword = keyword(words, i).filter(slot -> !slots.containsKey(slot));
      if (keyword.isPresent()) {
        last = keyword.get();
        slots.put(last, new ArrayList<>());
      } else {
        slots.get(last).add(words.get(i));
        // A name in quotes, or a person who is mentioned, is complete.
        last = last == Slot.PERSON && words.get(i).quoted() ? Slot.BARE : last;
      }
    }
  }

  private static Optional<Slot> keyword(List<Token> words, int i) {
    if (words.get(i).quoted()) {
      return Optional.empty();
    }
    String word = words.get(i).text().toLowerCase(Locale.ROOT);
    boolean date = i + 1 < words.size() && words.get(i + 1).text().matches("\\d.*");
    return Optional.ofNullable(KEYWORDS.get(word))
        .or(() -> Optional.ofNullable(date ? BEFORE_A_DATE.get(word) : null));
  }

  /** The state stands before the environment or behind it; in the middle it is part of a name. */
  private void takeState() {
    List<Token> bare = slots.get(Slot.BARE);
    withoutFiller(bare);
    for (int length = Math.min(2, bare.size()); length > 0 && state.isEmpty(); length--) {
      takeState(bare.subList(0, length));
    }
    for (int length = Math.min(2, bare.size()); length > 0 && state.isEmpty(); length--) {
      takeState(bare.subList(bare.size() - length, bare.size()));
    }
    withoutFiller(bare);
  }

  private void takeState(List<Token> words) {
    if (words.stream().noneMatch(Token::quoted)) {
      String text = text(words).toLowerCase(Locale.ROOT);
      state =
          Arrays.stream(RequestState.values())
              .filter(one -> one.words().equals(text))
              .findFirst()
              .or(() -> Optional.ofNullable(SYNONYMS.get(text)));
      state.ifPresent(found -> words.clear());
    }
  }

  private static void withoutFiller(List<Token> bare) {
    if (bare.size() > 1
        && !bare.get(0).quoted()
        && FILLERS.contains(bare.get(0).text().toLowerCase(Locale.ROOT))) {
      bare.remove(0);
    }
  }

  private ParseResult<HistoryCommand.Arguments> result() {
    if (isEmpty(Slot.PERSON)) {
      return missing("by", "command.missing.name", "by Megan");
    }
    if (isEmpty(Slot.SINCE)) {
      return missing("since", "command.missing.day", "since 2026-11-01");
    }
    if (isEmpty(Slot.UNTIL)) {
      return missing("until", "command.missing.day", "until 2026-11-20");
    }
    return ParseResult.of(
        new HistoryCommand.Arguments(
            said(Slot.BARE), said(Slot.PERSON), state, said(Slot.SINCE), said(Slot.UNTIL)));
  }

  private boolean isEmpty(Slot slot) {
    return slots.containsKey(slot) && slots.get(slot).isEmpty();
  }

  private static ParseResult<HistoryCommand.Arguments> missing(
      String keyword, String what, String example) {
    return ParseResult.missing(
        String.join(" ", COMMAND, keyword), what, String.join(" ", COMMAND, example));
  }

  private Optional<String> said(Slot slot) {
    return Optional.of(text(slots.getOrDefault(slot, List.of()))).filter(text -> !text.isEmpty());
  }

  private static String text(List<Token> words) {
    return String.join(" ", words.stream().map(Token::text).toList());
  }
}
