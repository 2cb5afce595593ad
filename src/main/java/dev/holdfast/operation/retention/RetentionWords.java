package dev.holdfast.operation.retention;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code retention}: an environment, and how long its backups are to be kept, as far
 * as that was said.
 *
 * @param environment as it was typed; empty for none
 * @param days empty where none were named
 */
record RetentionWords(String environment, Optional<Integer> days) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String PERIOD = "(?<number>\\d{1,3})[ -]?(?<unit>d|days?|w|weeks?)";

  private static final Pattern FIRST =
      Pattern.compile("^(?:to |of )?" + PERIOD + "(?: (?:for|of|on|at)\\b)?(?:$| +)", FLAGS);

  private static final Pattern LAST =
      Pattern.compile("(?:^| +)(?:(?:to|for|at|of) )?" + PERIOD + "$", FLAGS);

  private static final Pattern PREPOSITION = Pattern.compile("^(?:for|of|on|at) +(?=\\S)", FLAGS);

  /** {@code keep backups of X for 14 days}, {@code set the retention of X to 14 days}. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "^(?:keep (?:the )?backups|(?:set|change|shorten|extend) (?:the )?(?:backup )?retention"
              + "(?: period)?)\\b(?<rest>.*)$",
          FLAGS);

  /** What follows the name of the command. */
  static RetentionWords of(String text) {
    String words = text.strip();
    Matcher period = LAST.matcher(words);
    if (!period.find()) {
      period = FIRST.matcher(words);
    }
    if (!period.reset().find()) {
      return new RetentionWords(environment(words), Optional.empty());
    }
    int number = Integer.parseInt(period.group("number"));
    boolean weeks = period.group("unit").toLowerCase(Locale.ROOT).startsWith("w");
    return new RetentionWords(
        environment(period.replaceFirst("")), Optional.of(weeks ? 7 * number : number));
  }

  /** A sentence that names no command. */
  static Optional<RetentionWords> ofSentence(String text) {
    Matcher sentence = SENTENCE.matcher(text);
    return sentence.find()
        ? Optional.of(of(sentence.group("rest"))).filter(words -> !words.environment().isEmpty())
        : Optional.empty();
  }

  private static String environment(String text) {
    return PREPOSITION.matcher(text.strip()).replaceFirst("").strip();
  }
}
