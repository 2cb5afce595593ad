package dev.holdfast.bot.time;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands {@code 2 hours ago}, {@code 90 min ago}, {@code 1 h 30 min ago}, {@code half an hour
 * ago}. Hours and less are counted on the stopwatch; days and weeks on the calendar, so that {@code
 * 3 days ago} is the same time of day also when the clocks have changed in between.
 */
final class RelativeTimeParser {

  private static final Pattern HALF_HOUR = Pattern.compile("half an hour ago");
  private static final Pattern PART =
      Pattern.compile(
          "(?<number>\\d{1,5}|an?|one) ?(?<unit>weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m)"
              + "(?: and | )?");
  private static final Pattern AGO =
      Pattern.compile("(?<parts>(?:" + PART.pattern().replaceAll("\\?<\\w+>", "?:") + ")+)ago");

  private RelativeTimeParser() {}

  /**
   * The moment that long before now.
   *
   * @param words in lower case with single spaces
   */
  static Optional<ZonedDateTime> before(ZonedDateTime now, String words) {
    if (HALF_HOUR.matcher(words).matches()) {
      return Optional.of(now.minusMinutes(30));
    }
    Matcher ago = AGO.matcher(words);
    if (!ago.matches()) {
      return Optional.empty();
    }
    ZonedDateTime then = now;
    Matcher part = PART.matcher(ago.group("parts"));
    while (part.find()) {
      then = back(then, number(part.group("number")), part.group("unit").charAt(0));
    }
    return Optional.of(then);
  }

  private static ZonedDateTime back(ZonedDateTime from, int number, char unit) {
    return switch (unit) {
      case 'w' -> from.minusWeeks(number);
      case 'd' -> from.minusDays(number);
      case 'h' -> from.minusHours(number);
      default -> from.minusMinutes(number);
    };
  }

  private static int number(String word) {
    return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : 1;
  }
}
