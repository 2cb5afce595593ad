package dev.holdfast.operation.start;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.bot.time.StartTimeParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the start out of the words of a command: {@code start Friday 22:00} wherever it stands and,
 * where nothing else can be meant, {@code at Friday 22:00}, {@code tonight}, {@code tomorrow
 * 22:00}, or {@code in 3 hours} at the end. Words in quotes are never a start.
 *
 * @param rest the other words
 * @param start words for a time; empty where there are none
 */
public record StartWords(CommandWords rest, Optional<String> start) {

  private static final Set<String> EXPLICIT = Set.of("start", "starting");
  private static final Set<String> AT = Set.of("at");
  private static final Set<String> BARE = Set.of("tonight", "tomorrow", "in");

  /** No words for a time are more: {@code fri 20 nov 2026 6:00 pm w. europe standard time}. */
  private static final int LONGEST = 12;

  private static final StartTimeParser TIMES =
      new StartTimeParser(Optional.of(ZoneOffset.UTC), Instant.EPOCH, Duration.ofDays(36_500));

  /** Of a command whose other words name no time. */
  public static StartWords of(CommandWords words) {
    return explicit(words.tokens())
        .or(() -> atEnd(words.tokens()))
        .orElseGet(() -> new StartWords(words, Optional.empty()));
  }

  /** Of a command in which a time by itself means something else. */
  public static StartWords explicit(CommandWords words) {
    return explicit(words.tokens()).orElseGet(() -> new StartWords(words, Optional.empty()));
  }

  private static Optional<StartWords> explicit(List<Token> words) {
    for (int i = 0; i < words.size(); i++) {
      if (is(words.get(i), EXPLICIT)) {
        for (int end = Math.min(words.size(), i + 1 + LONGEST); end > i + 1; end--) {
          if (isTime(words.subList(i + 1, end))) {
            return Optional.of(without(words, i, i + 1, end));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<StartWords> atEnd(List<Token> words) {
    int end = words.size();
    for (int i = Math.max(0, end - LONGEST - 1); i < end; i++) {
      if (is(words.get(i), AT) && isTime(words.subList(i + 1, end))) {
        return Optional.of(without(words, i, i + 1, end));
      }
      if (is(words.get(i), BARE) && isExact(words.subList(i, end))) {
        return Optional.of(without(words, i, i, end));
      }
    }
    return Optional.empty();
  }

  private static StartWords without(List<Token> words, int begin, int time, int end) {
    List<Token> rest = new ArrayList<>(words.subList(0, begin));
    rest.addAll(words.subList(end, words.size()));
    return new StartWords(new CommandWords(rest), Optional.of(text(words.subList(time, end))));
  }

  private static boolean is(Token word, Set<String> keywords) {
    return !word.quoted() && keywords.contains(word.text().toLowerCase(Locale.ROOT));
  }

  private static boolean isTime(List<Token> words) {
    return !words.isEmpty()
        && words.stream().noneMatch(Token::quoted)
        && !(TIMES.parse(text(words)) instanceof ParsedInstant.NotUnderstood not
            && !not.meantAsTime());
  }

  /** The same, with nothing missing: a day alone may be part of a name. */
  private static boolean isExact(List<Token> words) {
    return words.stream().noneMatch(Token::quoted)
        && TIMES.parse(text(words)) instanceof ParsedInstant.At;
  }

  private static String text(List<Token> words) {
    return String.join(" ", words.stream().map(Token::text).toList());
  }
}
