package dev.holdfast.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long an event lasts (RFC 5545, DURATION): days are those of the calendar, of which one may
 * have 23 or 25 hours, and the rest is exact.
 */
public record EventLength(Period days, Duration time) {

  private static final Pattern ICAL =
      Pattern.compile("\\+?P(?:(\\d{1,4})W|(?:(\\d{1,4})D)?(T.+)?)");
  private static final Pattern SHORT = Pattern.compile("(\\d{1,4})([mhdw])");

  private static final int WEEK = 7;
  private static final int LONGEST_DAYS = 366;

  /**
   * @throws IllegalArgumentException if it's none, or more than a year
   */
  public EventLength {
    Duration about = Duration.ofDays(days.getDays()).plus(time);
    if (time.isNegative() || about.isZero() || about.compareTo(Duration.ofDays(LONGEST_DAYS)) > 0) {
      throw new IllegalArgumentException("An event lasts for more than no time, up to a year.");
    }
  }

  /**
   * Reads {@code 8h}, {@code 90m}, {@code 2d}, {@code 1w}, or a duration of RFC 5545, such as
   * {@code PT8H}.
   */
  public static EventLength parse(String text) throws CalendarFormatException {
    try {
      Matcher brief = SHORT.matcher(text);
      return brief.matches() ? brief(brief) : ical(text);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw wrong(text);
    }
  }

  private static EventLength brief(Matcher text) {
    int number = Integer.parseInt(text.group(1));
    return switch (text.group(2).charAt(0)) {
      case 'm' -> new EventLength(Period.ZERO, Duration.ofMinutes(number));
      case 'h' -> new EventLength(Period.ZERO, Duration.ofHours(number));
      case 'd' -> new EventLength(Period.ofDays(number), Duration.ZERO);
      default -> new EventLength(Period.ofWeeks(number), Duration.ZERO);
    };
  }

  private static EventLength ical(String text) throws CalendarFormatException {
    Matcher parts = ICAL.matcher(text.toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw wrong(text);
    }
    return new EventLength(
        Period.ofDays(number(parts.group(1)) * WEEK + number(parts.group(2))),
        parts.group(3) == null ? Duration.ZERO : Duration.parse("P" + parts.group(3)));
  }

  private static int number(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static CalendarFormatException wrong(String text) {
    return new CalendarFormatException(
        "“%s” isn't a length up to a year, such as 8h, 90m, 2d, or PT8H".formatted(text));
  }

  Instant end(ZonedDateTime start) {
    return start.plus(days).plus(time).toInstant();
  }

  /** A time that it surely doesn't exceed, whatever clocks do. */
  Duration most() {
    return Duration.ofDays(days.getDays() + 1L).plus(time);
  }

  @Override
  public String toString() {
    if (days.isZero()) {
      return time.toString();
    }
    return time.isZero() ? days.toString() : days + time.toString().substring(1);
  }
}
