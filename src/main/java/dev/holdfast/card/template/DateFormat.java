package dev.holdfast.card.template;

import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes dates in the formats of the language, which are those of .NET. The reference rewrites them
 * for the library Day.js; so does this class, to be right about what Day.js understands besides.
 */
final class DateFormat {
  /** What dates look like where no format is given; a Day.js format, as all below. */
  static final String UTC = "YYYY-MM-DDTHH:mm:ss.SSS[Z]";

  /** The same for a time that is not in UTC. */
  static final String LOCAL = "YYYY-MM-DDTHH:mm:ss.SSS0000";

  private static final Pattern DAYJS =
      Pattern.compile(
          "\\[([^\\]]+)]|Y{1,4}|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS");

  private static final Pattern DOT_NET =
      Pattern.compile(
          "'([^']*)'|`([^`]*)`|\\\\(.)|d+|f+|F+|g+|h+|H+|m+|M+|s+|t+|y+|z+|K|%|.", Pattern.DOTALL);

  private DateFormat() {}

  /** The time in a .NET format. */
  static String write(OffsetDateTime time, String format, Locale locale) {
    return writeDayjs(time, format.isEmpty() ? UTC : toDayjs(format), locale);
  }

  private static String toDayjs(String format) {
    if (format.equals("o") || format.equals("O")) {
      return "YYYY-MM-DDTHH:mm:ss.SSS0000Z";
    }
    var matcher = DOT_NET.matcher(format);
    var dayjs = new StringBuilder();
    while (matcher.find()) {
      var part = "rRuU".contains(format) && format.length() == 1 ? null : toDayjs(matcher);
      if (part == null) {
        // What Day.js cannot do it is shown as it is, and makes of it what it will.
        return format;
      }
      dayjs.append(part);
    }
    return dayjs.toString();
  }

  private static @Nullable String toDayjs(Matcher matcher) {
    for (int quoted = 1; quoted <= 3; quoted++) {
      if (matcher.group(quoted) != null) {
        return matcher.group(quoted).isEmpty() ? "" : "[" + matcher.group(quoted) + "]";
      }
    }
    var token = matcher.group();
    int length = token.length();
    return switch (token.charAt(0)) {
      case 'd' -> length <= 2 ? "D".repeat(length) : "d".repeat(Math.min(4, length));
      case 'f', 'F' -> length < 3 ? null : "SSS";
      case 'g', '\'', '`', '\\' -> null;
      case 'h', 'H', 'm', 's' -> token.substring(0, Math.min(2, length));
      case 'M' -> token.substring(0, Math.min(4, length));
      case 't' -> "A";
      case 'y' -> length <= 2 ? "YY" : "YYYY";
      case 'z' -> length <= 2 ? "ZZ" : "Z";
      case 'K' -> "Z";
      case '%' -> "";
      default -> token;
    };
  }

  /** The time in a Day.js format. */
  static String writeDayjs(OffsetDateTime time, String format, Locale locale) {
    return DAYJS
        .matcher(format)
        .replaceAll(match -> Matcher.quoteReplacement(part(time, match.group(), locale)));
  }

  private static String part(OffsetDateTime time, String token, Locale locale) {
    int hour = time.getHour();
    int hour12 = hour % 12 == 0 ? 12 : hour % 12;
    return switch (token) {
      case "YY" -> pad(time.getYear() % 100, 2);
      case "YYYY" -> pad(time.getYear(), 4);
      case "M" -> pad(time.getMonthValue(), 1);
      case "MM" -> pad(time.getMonthValue(), 2);
      case "MMM" -> time.getMonth().getDisplayName(TextStyle.SHORT, names(locale));
      case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, names(locale));
      case "D" -> pad(time.getDayOfMonth(), 1);
      case "DD" -> pad(time.getDayOfMonth(), 2);
      case "d" -> pad(time.getDayOfWeek().getValue() % 7, 1);
      case "dd" -> day(time, locale, 2);
      case "ddd" -> day(time, locale, 3);
      case "dddd" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, names(locale));
      case "H" -> pad(hour, 1);
      case "HH" -> pad(hour, 2);
      case "h" -> pad(hour12, 1);
      case "hh" -> pad(hour12, 2);
      case "a" -> hour < 12 ? "am" : "pm";
      case "A" -> hour < 12 ? "AM" : "PM";
      case "m" -> pad(time.getMinute(), 1);
      case "mm" -> pad(time.getMinute(), 2);
      case "s" -> pad(time.getSecond(), 1);
      case "ss" -> pad(time.getSecond(), 2);
      case "SSS" -> pad(time.getNano() / 1_000_000, 3);
      case "Z" -> offset(time, ":");
      default -> token.startsWith("[") ? token.substring(1, token.length() - 1) : offset(time, "");
    };
  }

  private static String day(OffsetDateTime time, Locale locale, int length) {
    var name = time.getDayOfWeek().getDisplayName(TextStyle.SHORT, names(locale));
    return length == 2 && name.length() > 2 ? name.substring(0, 2) : name;
  }

  /** English names are the American ones, since those of other regions have changed in the JDK. */
  private static Locale names(Locale locale) {
    return locale.getLanguage().equals("en") ? Locale.US : locale;
  }

  private static String pad(int number, int digits) {
    var text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static String offset(OffsetDateTime time, String separator) {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    var sign = minutes < 0 ? "-" : "+";
    int size = Math.abs(minutes);
    return sign + pad(size / 60, 2) + separator + pad(size % 60, 2);
  }
}
