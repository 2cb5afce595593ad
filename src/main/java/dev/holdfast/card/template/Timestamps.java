package dev.holdfast.card.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads times. */
final class Timestamps {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
              + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?)?\\s?(Z|[+-]\\d\\d:?\\d\\d)?");

  private Timestamps() {}

  /** ISO 8601 in any length, in UTC unless it says otherwise. */
  static Instant lenient(String text) {
    var match = ISO.matcher(text);
    if (!match.matches()) {
      throw new EvaluationException("'" + text + "' is not a time");
    }
    try {
      var day = LocalDate.of(part(match.group(1), 1), part(match.group(2), 1), 1);
      var millis =
          part(((match.group(7) == null ? "" : match.group(7)) + "000").substring(0, 3), 0);
      var time =
          LocalTime.of(part(match.group(4), 0), part(match.group(5), 0), part(match.group(6), 0));
      var offset = match.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(match.group(8));
      return day.plusDays(part(match.group(3), 1) - 1L)
          .atTime(time)
          .toInstant(offset)
          .plusMillis(millis);
    } catch (DateTimeException e) {
      throw new EvaluationException("'" + text + "' is not a time");
    }
  }

  private static int part(String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
