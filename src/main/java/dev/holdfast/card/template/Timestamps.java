package dev.holdfast.card.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Reads times, all of which come out in UTC, and the names of time zones. */
final class Timestamps {
  private static final Pattern STRICT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3])(:[0-5]\\d){2}\\.\\d{3}Z");

  private static final DateTimeFormatter LENIENT =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("[-MM[-dd]]['T'HH:mm[:ss[")
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .appendPattern("]]][XXX][XX]")
          .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final ResourceBundle WINDOWS_ZONES =
      ResourceBundle.getBundle("dev.holdfast.card.template.windows-zones", Locale.ROOT);

  private Timestamps() {}

  /** A time zone by its IANA name, or by the name that Windows has for it. */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(WINDOWS_ZONES.containsKey(name) ? WINDOWS_ZONES.getString(name) : name);
    } catch (DateTimeException e) {
      throw new EvaluationException("'" + name + "' is not a time zone");
    }
  }

  /** Whether this is a time as JavaScript's {@code toISOString} writes it, to the letter. */
  static boolean isStrict(String text) {
    try {
      return STRICT.matcher(text).matches() && Instant.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** ISO 8601 of any length, in UTC unless it says otherwise. */
  static OffsetDateTime lenient(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T'), LENIENT)
          .withOffsetSameInstant(ZoneOffset.UTC)
          .truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw new EvaluationException("'" + text + "' is not a time");
    }
  }
}
