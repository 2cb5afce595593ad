package dev.holdfast.card.engine.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Reads times, all of which come out in UTC, and the names of time zones. */
public final class TimestampParser {
  private static final Pattern STRICT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3])(:[0-5]\\d){2}\\.\\d{3}Z");

  /** What Java's {@code LocalDate}, {@code LocalDateTime}, and {@code Instant} print. */
  private static final Pattern JAVA =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?)?");

  private static final ResourceBundle WINDOWS_ZONES =
      ResourceBundle.getBundle("dev.holdfast.card.engine.windows-zones", Locale.ROOT);

  private TimestampParser() {}

  /** A time zone by its IANA name, or by the name that Windows has for it. */
  public static ZoneId zone(String name) {
    try {
      return ZoneId.of(WINDOWS_ZONES.containsKey(name) ? WINDOWS_ZONES.getString(name) : name);
    } catch (DateTimeException e) {
      throw new EvaluationException("'" + name + "' is not a time zone");
    }
  }

  /** Whether this is a time as JavaScript's {@code toISOString} writes it, to the letter. */
  public static boolean isStrict(String text) {
    try {
      return STRICT.matcher(text).matches() && Instant.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A time in ISO 8601, as JavaScript and as Java write it, in UTC unless it says otherwise. */
  public static OffsetDateTime iso(String text) {
    if (!JAVA.matcher(text).matches()) {
      throw new EvaluationException("'" + text + "' is not a time in ISO format");
    }
    return lenient(text);
  }

  /** Any date that the reference reads, in UTC unless it says otherwise. */
  public static OffsetDateTime lenient(String text) {
    var time = JavaScriptDate.read(text);
    if (time == null) {
      throw new EvaluationException("'" + text + "' is not a time");
    }
    return time;
  }
}
