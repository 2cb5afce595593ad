package dev.holdfast.card.engine.value;

import static java.util.stream.Collectors.toMap;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes dates in the formats of the language, which are those of .NET. The reference rewrites them
 * for the library Day.js; so does this class, to be right about what Day.js understands besides.
 */
public final class DotNetDateFormat {
  /** What dates look like where no format is given. */
  public static final String UTC = "yyyy-MM-ddTHH:mm:ss.fff'Z'";

  /** The same for a time that is not in UTC. */
  public static final String LOCAL = "yyyy-MM-ddTHH:mm:ss.fff0000";

  private static final Pattern DAYJS =
      Pattern.compile(
          "\\[([^\\]]+)]|Y{1,4}|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS");

  private static final Pattern DOT_NET =
      Pattern.compile(
          "'[^']*'|`[^`]*`|\\\\.|d+|f+|F+|g+|h+|H+|m+|M+|s+|t+|y+|z+|K|%|.", Pattern.DOTALL);

  /** The JDK's pattern for each token of Day.js that it has one for. */
  private static final Map<String, DateTimeFormatter> TOKENS =
      Stream.of(
              ("YY=uu YYYY=uuuu M=M MM=MM MMM=MMM MMMM=MMMM D=d DD=dd ddd=EEE dddd=EEEE H=H HH=HH"
                      + " h=h hh=hh m=m mm=mm s=s ss=ss SSS=SSS Z=xxx ZZ=xx A=a")
                  .split(" "))
          .map(token -> token.split("="))
          .collect(toMap(t -> t[0], t -> formatter(t[1])));

  private DotNetDateFormat() {}

  /** A year of more than four digits has no plus sign. */
  private static DateTimeFormatter formatter(String pattern) {
    return pattern.equals("uuuu")
        ? new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.NORMAL)
            .toFormatter(Locale.US)
        : DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /** The time in a .NET format. */
  public static String write(OffsetDateTime time, String format, Locale locale) {
    return DAYJS
        .matcher(toDayjs(format))
        .replaceAll(match -> Matcher.quoteReplacement(part(time, match.group(), locale)));
  }

  private static String toDayjs(String format) {
    if (format.equals("o") || format.equals("O")) {
      return "YYYY-MM-DDTHH:mm:ss.SSS0000Z";
    }
    var tokens = DOT_NET.matcher(format).results().map(m -> toDayjsToken(m.group())).toList();
    // What Day.js cannot do it is shown as it is, and makes of it what it will.
    return tokens.stream().allMatch(Objects::nonNull) ? String.join("", tokens) : format;
  }

  private static @Nullable String toDayjsToken(String token) {
    int length = token.length();
    return switch (token.charAt(0)) {
      case '\'', '`' ->
          length < 3 ? length == 1 ? null : "" : "[" + token.substring(1, length - 1) + "]";
      case '\\' -> length == 1 ? null : "[" + token.substring(1) + "]";
      case 'd' -> length <= 2 ? "D".repeat(length) : "d".repeat(Math.min(4, length));
      case 'f', 'F' -> length < 3 ? null : "SSS";
      case 'g' -> null;
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

  private static String part(OffsetDateTime time, String token, Locale locale) {
    // English names are the American ones: those of other regions have changed in the JDK.
    var english = locale.getLanguage().equals("en") || token.equals("A");
    var formatter = TOKENS.get(token);
    if (formatter != null) {
      return (english ? formatter : formatter.withLocale(locale)).format(time);
    }
    return switch (token) {
      case "a" -> part(time, "A", locale).toLowerCase(Locale.ROOT);
      case "d" -> String.valueOf(time.getDayOfWeek().getValue() % 7);
      case "dd" -> part(time, "ddd", locale).replaceFirst("(..).*", "$1");
      // Day.js writes the offset for what looks like a token and is none.
      default ->
          token.startsWith("[") ? token.substring(1, token.length() - 1) : part(time, "ZZ", locale);
    };
  }
}
