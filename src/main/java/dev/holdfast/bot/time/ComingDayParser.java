package dev.holdfast.bot.time;

import dev.holdfast.bot.time.DayParser.Day;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the words for a day that lies ahead, such as {@code tomorrow}, {@code friday}, or
 * {@code 24 dec}, and for a time from now, such as {@code in 3 hours}. What can only mean the past
 * stays there.
 */
final class ComingDayParser {

  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:next |this |coming"
              + " )?(?<day>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|r|urday)?");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?:in |for )?(?<number>\\d{1,4}|an?|one)"
              + " ?(?<unit>weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m)");
  private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");
  private static final Pattern MONTH =
      Pattern.compile("\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");

  /** The person's present, on the person's clock. */
  private final LocalDateTime now;

  ComingDayParser(LocalDateTime now) {
    this.now = now;
  }

  /**
   * The moment so long after now.
   *
   * @param words in lower case with single spaces
   */
  static Optional<ZonedDateTime> after(ZonedDateTime now, String words) {
    Matcher relative = RELATIVE.matcher(words);
    if (!relative.matches()) {
      return Optional.empty();
    }
    String digits = relative.group("number");
    int number = Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 1;
    return Optional.of(
        switch (relative.group("unit").charAt(0)) {
          case 'w' -> now.plusWeeks(number);
          case 'd' -> now.plusDays(number);
          case 'h' -> now.plusHours(number);
          default -> now.plusMinutes(number);
        });
  }

  /** Whether words for a time from now count days, whose length depends on the time zone. */
  static boolean countsDays(String words) {
    Matcher relative = RELATIVE.matcher(words);
    return relative.matches() && "dw".indexOf(relative.group("unit").charAt(0)) >= 0;
  }

  /**
   * The day.
   *
   * @param words in lower case with single spaces
   * @param time the time that goes with it: a weekday is the next one on which it is ahead
   */
  Optional<LocalDate> day(String words, Optional<LocalTime> time) {
    LocalDate today = now.toLocalDate();
    if (words.equals("today") || words.equals("tonight")) {
      return Optional.of(today);
    }
    if (words.equals("tomorrow")) {
      return Optional.of(today.plusDays(1));
    }
    Matcher weekday = WEEKDAY.matcher(words);
    if (weekday.matches()) {
      int days = 1 + WEEKDAYS.indexOf(weekday.group("day")) - today.getDayOfWeek().getValue();
      LocalDate date = today.plusDays(Math.floorMod(days, 7));
      return Optional.of(isOver(date, time) ? date.plusWeeks(1) : date);
    }
    Day day = new DayParser(now).day(words, time.orElse(LocalTime.MIN));
    return day instanceof Day.Found found
        ? Optional.of(nextOf(found.date(), words, time))
        : Optional.empty();
  }

  /** Of a date without a year the next one is meant. */
  private LocalDate nextOf(LocalDate date, String words, Optional<LocalTime> time) {
    boolean withoutYear = MONTH.matcher(words).find() && !YEAR.matcher(words).find();
    return withoutYear && isOver(date, time) ? date.plusYears(1) : date;
  }

  private boolean isOver(LocalDate date, Optional<LocalTime> time) {
    return time.map(at -> !date.atTime(at).isAfter(now)).orElse(date.isBefore(now.toLocalDate()));
  }
}
