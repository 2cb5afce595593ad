package dev.holdfast.card.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times, all of which come out in UTC, and the names of time zones. */
final class Timestamps {
  private static final Pattern STRICT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3])(:[0-5]\\d){2}\\.\\d{3}Z");
  private static final Pattern LENIENT =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
              + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?)?(Z|[+-]\\d\\d:?\\d\\d)?");

  /** Read once, when the functions are defined: an expansion opens no file. */
  private static final Properties WINDOWS_ZONES = windowsZones();

  private Timestamps() {}

  private static Properties windowsZones() {
    var names = new Properties();
    try (var file = Timestamps.class.getResourceAsStream("windows-zones.properties")) {
      names.load(file);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A time zone by its IANA name, or by the name that Windows has for it. */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(WINDOWS_ZONES.getProperty(name, name));
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
    var match = LENIENT.matcher(text);
    try {
      if (match.matches()) {
        var offset = match.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(match.group(8));
        var time =
            LocalTime.of(part(match, 4, 0), part(match, 5, 0), part(match, 6, 0), nanos(match));
        return LocalDate.of(part(match, 1, 1), part(match, 2, 1), part(match, 3, 1))
            .atTime(time)
            .atOffset(offset)
            .withOffsetSameInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeException e) {
      // Told below, as for any other text that is no time.
    }
    throw new EvaluationException("'" + text + "' is not a time");
  }

  private static int part(Matcher match, int group, int otherwise) {
    return match.group(group) == null ? otherwise : Integer.parseInt(match.group(group));
  }

  private static int nanos(Matcher match) {
    var fraction = match.group(7) == null ? "" : match.group(7);
    return Integer.parseInt((fraction + "000").substring(0, 3)) * 1_000_000;
  }
}
