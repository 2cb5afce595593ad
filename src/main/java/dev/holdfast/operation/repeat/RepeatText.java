package dev.holdfast.operation.repeat;

import dev.holdfast.bot.time.ClockWords;
import dev.holdfast.bot.time.TimeTextNormalizer;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for a repetition, taken apart.
 *
 * @param zone empty where they name none
 * @param until words for the last day; empty where they name none
 * @param runs empty where they say no number
 */
record RepeatText(
    RepeatPattern pattern, LocalTime time, Optional<ZoneId> zone, String until, OptionalInt runs) {

  private static final Pattern EVERY = Pattern.compile("^(?:every|each) ");
  private static final Pattern RUNS = Pattern.compile(" (?:for )?(\\d{1,4}) (?:times|runs)\\b");
  private static final Pattern UNTIL = Pattern.compile(" (?:until|till|through) (.+)$");

  /** Empty when they aren't understood. */
  static Optional<RepeatText> of(String text) {
    String words = EVERY.matcher(TimeTextNormalizer.of(text)).replaceFirst("");
    Matcher runs = RUNS.matcher(words);
    OptionalInt number =
        runs.find() ? OptionalInt.of(Integer.parseInt(runs.group(1))) : OptionalInt.empty();
    String ended = runs.reset().replaceFirst("");
    Matcher until = UNTIL.matcher(ended);
    String end = until.find() ? until.group(1) : "";
    return ClockWords.of(until.reset().replaceFirst(""))
        .flatMap(
            clock ->
                RepeatWords.pattern(clock.rest())
                    .map(
                        pattern ->
                            new RepeatText(pattern, clock.time(), clock.zone(), end, number)));
  }
}
