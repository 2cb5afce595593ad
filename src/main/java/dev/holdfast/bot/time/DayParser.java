package dev.holdfast.bot.time;

import dev.holdfast.message.Message;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the words for a day: {@code yesterday}, {@code friday}, {@code 3 days ago}, {@code
 * 2026-11-20}, {@code 20 Nov 2026}. Everything is meant in the past.
 */
final class DayParser {

  static final Message NO_SUCH_DAY = Message.of("timeInput.noSuchDay");

  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Map<String, Integer> DAYS_BACK =
      Map.of(
          "today", 0,
          "this morning", 0,
          "this afternoon", 0,
          "yesterday", 1,
          "last night", 1,
          "day before yesterday", 2,
          "the day before yesterday", 2);

  private static final String WEEKDAY =
      "(?<weekday>mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat"
          + "|saturday|sun|sunday)";
  private static final String MONTH =
      "(?<month>jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep"
          + "|sept|september|oct|october|nov|november|dec|december)\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?";
  private static final String YEAR = "(?: (?<year>\\d{4}))?";
  private static final String ANY_WEEKDAY = "(?:" + WEEKDAY + " )?";

  private static final Pattern LAST_WEEKDAY = Pattern.compile("(?:last |this |on )?" + WEEKDAY);
  private static final Pattern DAYS_AGO = Pattern.compile("(?<days>\\d{1,4}|a|one) days? ago");
  private static final Pattern ISO =
      Pattern.compile(ANY_WEEKDAY + "(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})");
  private static final Pattern DAY_MONTH =
      Pattern.compile(ANY_WEEKDAY + DAY + " (?:of )?" + MONTH + YEAR);
  private static final Pattern MONTH_DAY = Pattern.compile(ANY_WEEKDAY + MONTH + " " + DAY + YEAR);

  /** The person's present, on the person's clock. */
  private final LocalDateTime now;

  DayParser(LocalDateTime now) {
    this.now = now;
  }

  /** What words for a day came to. */
  sealed interface Day {

    record Found(LocalDate date) implements Day {}

    /** A day, but it cannot be told which; the reason goes to the person. */
    record Refused(Message reason) implements Day {}

    record None() implements Day {}
  }

  /**
   * The day.
   *
   * @param words in lower case with single spaces
   * @param time the time that goes with it: a weekday is the last one on which it has passed
   */
  Day day(String words, LocalTime time) {
    return named(words)
        .or(() -> daysAgo(words))
        .or(() -> weekday(words, time))
        .or(() -> date(ISO.matcher(words), time))
        .or(() -> date(DAY_MONTH.matcher(words), time))
        .or(() -> date(MONTH_DAY.matcher(words), time))
        .or(() -> NumericDateParser.day(words))
        .orElseGet(Day.None::new);
  }

  private Optional<Day> named(String words) {
    return Optional.ofNullable(DAYS_BACK.get(words))
        .map(days -> new Day.Found(now.toLocalDate().minusDays(days)));
  }

  private Optional<Day> daysAgo(String words) {
    Matcher ago = DAYS_AGO.matcher(words);
    if (!ago.matches()) {
      return Optional.empty();
    }
    String days = ago.group("days");
    int number = Character.isDigit(days.charAt(0)) ? Integer.parseInt(days) : 1;
    return Optional.of(new Day.Found(now.toLocalDate().minusDays(number)));
  }

  private Optional<Day> weekday(String words, LocalTime time) {
    Matcher matcher = LAST_WEEKDAY.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    DayOfWeek weekday = weekday(matcher.group("weekday"));
    LocalDate last = now.toLocalDate().with(TemporalAdjusters.previousOrSame(weekday));
    boolean passed = !last.atTime(time).isAfter(now);
    return Optional.of(new Day.Found(passed ? last : last.minusWeeks(1)));
  }

  private Optional<Day> date(Matcher matcher, LocalTime time) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int day = Integer.parseInt(matcher.group("day"));
      LocalDate date =
          matcher.group("year") == null
              ? lastOf(month(matcher.group("month")), day, time)
              : LocalDate.of(
                  Integer.parseInt(matcher.group("year")), month(matcher.group("month")), day);
      return Optional.of(agreeing(date, matcher.group("weekday")));
    } catch (DateTimeException e) {
      return Optional.of(new Day.Refused(NO_SUCH_DAY));
    }
  }

  /** Without a year the last such day is meant. */
  private LocalDate lastOf(int month, int day, LocalTime time) {
    LocalDate date = LocalDate.of(now.getYear(), month, day);
    return date.atTime(time).isAfter(now) ? LocalDate.of(now.getYear() - 1, month, day) : date;
  }

  private static Day agreeing(LocalDate date, String weekday) {
    return weekday == null || weekday(weekday) == date.getDayOfWeek()
        ? new Day.Found(date)
        : new Day.Refused(
            Message.of(
                "timeInput.weekday", "date", date.toString(), "weekday", date.getDayOfWeek()));
  }

  private static DayOfWeek weekday(String word) {
    return DayOfWeek.of(1 + WEEKDAYS.indexOf(word.substring(0, 3)));
  }

  private static int month(String word) {
    return Character.isDigit(word.charAt(0))
        ? Integer.parseInt(word)
        : 1 + MONTHS.indexOf(word.substring(0, 3));
  }
}
