package dev.holdfast.bot.time;

import dev.holdfast.message.Vocabulary;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for a time in any of the languages, in the English that the parsers read. What can be read
 * in two ways stays as it is, and is asked about.
 */
final class TimeVocabulary {

  private record Entry(Pattern words, String english) {

    String in(String text) {
      return words.matcher(text).replaceAll(english);
    }
  }

  private static final List<Entry> ENTRIES =
      Vocabulary.all("vocabulary.time").entrySet().stream()
          .map(entry -> entry(entry.getKey(), entry.getValue()))
          .toList();

  /** {@code 18.30 uhr}, {@code 18 uhr 30}. */
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d.:])(?<hour>\\d{1,2})(?:[.:](?<before>[0-5]\\d))? ?uhr(?: (?<after>[0-5]\\d))?(?![\\d.:])");

  /** {@code 18h30}, {@code 18 h 30}, {@code 18h}; a number of hours is written alike. */
  private static final Pattern HOURS =
      Pattern.compile(
          "(?<![\\d.:])(?:a )?(?<hour>\\d{1,2}) ?h(?: ?(?<minute>[0-5]\\d))?(?![\\w:]| ?\\d)");

  private static final Pattern HOURS_ALONE = Pattern.compile("\\d{1,2} ?h");

  private static final Pattern LENGTH =
      Pattern.compile("^(?:in|for) .*|.* ago|.*\\d ?m(?:in)?s?\\b.*");

  /** {@code 28.11.} or {@code 28/11}, without a year. */
  private static final Pattern DAY_AND_MONTH =
      Pattern.compile("(?<![\\d.:/-])(?<a>\\d{1,2})[./](?<b>\\d{1,2})\\.?(?= |$)");

  private TimeVocabulary() {}

  private static Entry entry(String words, String english) {
    String pattern = Pattern.quote(words).replace("#", "\\E(\\d{1,4})\\Q");
    return new Entry(
        Pattern.compile("(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])\\.?"),
        Matcher.quoteReplacement(english).replace("#", "$1"));
  }

  /**
   * @param words in lower case with single spaces
   */
  static String english(String words) {
    String text = Vocabulary.plain(words);
    text = CLOCK.matcher(text).replaceAll(TimeVocabulary::clock);
    for (Entry entry : ENTRIES) {
      text = entry.in(text);
    }
    text = text.replaceAll(" +", " ").strip();
    if (!LENGTH.matcher(text).matches() && !HOURS_ALONE.matcher(text).matches()) {
      text = HOURS.matcher(text).replaceAll(TimeVocabulary::hours);
    }
    text = DAY_AND_MONTH.matcher(text).replaceAll(TimeVocabulary::dayAndMonth);
    return text.equals(Vocabulary.plain(words)) ? words : text;
  }

  private static String clock(MatchResult clock) {
    String minute =
        Optional.ofNullable(clock.group(2))
            .or(() -> Optional.ofNullable(clock.group(3)))
            .orElse("00");
    return clock.group(1) + ":" + minute;
  }

  private static String hours(MatchResult hours) {
    return hours.group(1) + ":" + Optional.ofNullable(hours.group(2)).orElse("00");
  }

  /** Where one of the numbers can be nothing but the day. */
  private static String dayAndMonth(MatchResult numbers) {
    int a = Integer.parseInt(numbers.group(1));
    int b = Integer.parseInt(numbers.group(2));
    Optional<MonthDay> dayFirst = date(b, a);
    Optional<MonthDay> monthFirst = date(a, b);
    boolean ambiguous =
        dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst);
    return ambiguous
        ? numbers.group()
        : dayFirst.or(() -> monthFirst).map(TimeVocabulary::text).orElse(numbers.group());
  }

  private static String text(MonthDay date) {
    String month = date.getMonth().name();
    return date.getDayOfMonth() + " " + month.substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static Optional<MonthDay> date(int month, int day) {
    try {
      return Optional.of(MonthDay.of(month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
