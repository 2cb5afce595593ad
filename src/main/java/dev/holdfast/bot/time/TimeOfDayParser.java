package dev.holdfast.bot.time;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day within a person's words, before or after the day: {@code 18:00}, {@code 6 pm},
 * {@code 6:30 p.m.}, {@code noon}. An hour alone is no time: it could as well be a day.
 *
 * @param rest the words without it
 */
record TimeOfDayParser(LocalTime time, String rest) {

  private static final String CLOCK =
      "(?<hour>\\d{1,2})(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?)?"
          + "(?: ?(?<half>[ap])\\.?m\\b\\.?)?";
  private static final Pattern AT_END = Pattern.compile("(?<rest>.*?)(?:^|[ t])" + CLOCK);
  private static final Pattern AT_START = Pattern.compile(CLOCK + "(?: (?<rest>.*))?");
  private static final Pattern NOON = Pattern.compile("(?<before>.*?) ?\\bnoon\\b ?(?<after>.*)");

  /** The time in words that are in lower case and have single spaces. */
  static Optional<TimeOfDayParser> in(String words) {
    Matcher noon = NOON.matcher(words);
    if (noon.matches()) {
      String rest = (noon.group("before") + " " + noon.group("after")).strip();
      return Optional.of(new TimeOfDayParser(LocalTime.NOON, rest));
    }
    return in(AT_END.matcher(words)).or(() -> in(AT_START.matcher(words)));
  }

  private static Optional<TimeOfDayParser> in(Matcher words) {
    if (!words.matches() || (words.group("minute") == null && words.group("half") == null)) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(words.group("hour"));
    String half = words.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (half.equals("p") ? 12 : 0);
    }
    int minute = number(words.group("minute"));
    int second = number(words.group("second"));
    if (hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    String rest = words.group("rest") == null ? "" : words.group("rest").strip();
    return Optional.of(new TimeOfDayParser(LocalTime.of(hour, minute, second), rest));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
