package dev.holdfast.card.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times; all come out in UTC. */
final class Timestamps {
  private static final Pattern STRICT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3])(:[0-5]\\d){2}\\.\\d{3}Z");
  private static final Pattern LENIENT =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
              + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?)?(Z|[+-]\\d\\d:?\\d\\d)?");

  private Timestamps() {}

  /** What JavaScript's {@code toISOString} writes, to the letter; empty for anything else. */
  static Optional<OffsetDateTime> strict(String text) {
    try {
      return STRICT.matcher(text).matches()
          ? Optional.of(OffsetDateTime.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** ISO 8601 of any length, in UTC unless it says otherwise. */
  static OffsetDateTime lenient(String text) {
    var match = LENIENT.matcher(text);
    try {
      if (match.matches()) {
        var offset = match.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(match.group(8));
        var time = LocalTime.of(part(match, 4, 0), part(match, 5, 0), part(match, 6, 0));
        return LocalDate.of(part(match, 1, 1), part(match, 2, 1), part(match, 3, 1))
            .atTime(time.plusNanos(nanos(match.group(7))))
            .atOffset(offset)
            .withOffsetSameInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeException e) {
      // Told below, as for any other text that is no time.
    }
    throw new EvaluationException("'" + text + "' is not a time");
  }

  /** The time so many milliseconds after 1970 began. */
  static OffsetDateTime of(long millis) {
    // JavaScript's bounds, which are those of four-digit years and some more.
    if (Math.abs(millis) > 8_640_000_000_000_000L) {
      throw new EvaluationException("this time is not within the calendar");
    }
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  private static int part(Matcher match, int group, int otherwise) {
    return match.group(group) == null ? otherwise : Integer.parseInt(match.group(group));
  }

  private static long nanos(String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "00").substring(0, 3)) * 1_000_000;
  }
}
