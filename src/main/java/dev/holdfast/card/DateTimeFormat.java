package dev.holdfast.card;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instants and durations as a person reads them: in English, whatever the locale and the zone of
 * the machine.
 */
public final class DateTimeFormat {

  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private static final Pattern INSTANT =
      Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  private DateTimeFormat() {}

  /**
   * An instant in a person's zone and in UTC, to the minute: {@code Fri 20 Nov 2026, 18:00
   * (Europe/Berlin) · 17:00 UTC}. The date stands again where UTC is on another day; a person in
   * UTC sees it once.
   */
  public static String both(Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone);
    ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
    if (isUtc(zone)) {
      return DATE_AND_TIME.format(utc) + " UTC";
    }
    DateTimeFormatter again = there.toLocalDate().equals(utc.toLocalDate()) ? TIME : DATE_AND_TIME;
    return "%s (%s) · %s UTC"
        .formatted(DATE_AND_TIME.format(there), zone.getId(), again.format(utc));
  }

  /** An instant in one zone: {@code Fri 20 Nov 2026, 18:00 (Europe/Berlin)}. */
  public static String local(Instant instant, ZoneId zone) {
    return "%s (%s)".formatted(DATE_AND_TIME.format(instant.atZone(zone)), zone.getId());
  }

  /**
   * A sentence in which instants stand as {@code 2026-11-20T17:00:00Z}, with each of them written
   * as {@link #both} does.
   */
  public static String spelledOut(String sentence, ZoneId zone) {
    return INSTANT
        .matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(spelledOutWord(found.group(), zone)));
  }

  private static String spelledOutWord(String word, ZoneId zone) {
    try {
      return both(Instant.parse(word), zone);
    } catch (DateTimeParseException e) {
      return word; // looks like an instant and is none, such as the 30th of February in somebody's
      // text
    }
  }

  /** How far an instant is from the present: {@code 3 h ago}, {@code in 2 d}, {@code just now}. */
  public static String relative(Instant instant, Instant now) {
    Duration since = Duration.between(instant, now);
    if (since.abs().compareTo(Duration.ofMinutes(1)) < 0) {
      return "just now";
    }
    return since.isNegative() ? "in " + largest(since.negated()) : largest(since) + " ago";
  }

  /** A duration in its two largest units: {@code 2 d 4 h}, {@code 1 h 5 min}, {@code 40 s}. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }
    return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    String first = large + " " + largeUnit;
    return small == 0 ? first : first + " " + small + " " + smallUnit;
  }

  private static String largest(Duration duration) {
    if (duration.toDays() >= 1) {
      return duration.toDays() + " d";
    }
    if (duration.toHours() >= 1) {
      return duration.toHours() + " h";
    }
    return duration.toMinutes() + " min";
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }
}
