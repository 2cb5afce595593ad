package dev.holdfast.bot.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time zone in any spelling that people and clients use: IANA names and their old aliases
 * whatever the case and the separators, Windows names ({@code W. Europe Standard Time}), Windows
 * labels ({@code (UTC+01:00) Amsterdam, Berlin, Bern}), cities that IANA names a zone after, and
 * offsets.
 */
public final class TimeZoneParser {

  /** The longest Windows label has about 70 characters. */
  private static final int LONGEST = 120;

  private static final Pattern OFFSET =
      Pattern.compile("(?i)(?:utc|gmt)?\\s*([+\\-−])\\s*(\\d{1,2})(?:[:.]?([0-5]\\d))?");

  private static final Pattern UTC =
      Pattern.compile("(?i)z|utc|gmt|zulu|(?:utc|gmt)[+-]?0|coordinated universal time");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)\\((?:utc|gmt)\\s*(?<offset>[+\\-−]\\s*\\d{1,2}(?::?[0-5]\\d)?)?\\)\\s*(?<places>.*)");

  private TimeZoneParser() {}

  /** The zone, or empty if the text names none or can't be told from another one. */
  public static Optional<ZoneId> parse(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String name = text.strip();
    return offset(name)
        .or(() -> TimeZoneNames.iana(name))
        .or(() -> TimeZoneNames.windows(name))
        .or(() -> label(name))
        .or(() -> TimeZoneNames.place(name, zone -> true));
  }

  /** An offset as a zone that shows itself as {@code UTC+01:00}. */
  public static ZoneId of(ZoneOffset offset) {
    return ZoneId.ofOffset("UTC", offset);
  }

  /** {@code UTC+1}, {@code +01:00}, {@code GMT+0530}. */
  static Optional<ZoneId> offset(String text) {
    if (UTC.matcher(text).matches()) {
      return Optional.of(ZoneId.of("UTC"));
    }
    Matcher matcher = OFFSET.matcher(text);
    return matcher.matches()
        ? offset(matcher.group(1), matcher.group(2), matcher.group(3)).map(TimeZoneParser::of)
        : Optional.empty();
  }

  private static Optional<ZoneOffset> offset(String sign, String hours, @Nullable String minutes) {
    int one = sign.equals("+") ? 1 : -1;
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(
              one * Integer.parseInt(hours),
              minutes == null ? 0 : one * Integer.parseInt(minutes)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Windows puts the standard offset before the places. Where a place has the same name as another
   * one, such as La Paz in Mexico and Bolivia, the offset tells them apart.
   */
  private static Optional<ZoneId> label(String text) {
    Matcher label = LABEL.matcher(text);
    if (!label.matches()) {
      return Optional.empty();
    }
    String places = label.group("places");
    Optional<ZoneId> standard =
        offset(label.group("offset") == null ? "UTC" : label.group("offset").replace(" ", ""));
    if (places.isBlank()) {
      return standard;
    }
    return standard.flatMap(
        zone ->
            TimeZoneNames.place(places, one -> TimeZoneNames.isStandard(one, zone))
                .or(() -> TimeZoneNames.words(places, one -> TimeZoneNames.isStandard(one, zone))));
  }
}
