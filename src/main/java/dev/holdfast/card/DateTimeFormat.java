package dev.holdfast.card;

import dev.holdfast.message.TimeTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instants and durations as a person reads them: in English, whatever the locale and the zone of
 * the machine.
 */
public final class DateTimeFormat {

  private static final TimeTexts ENGLISH = TimeTexts.of(Locale.ENGLISH);

  private static final Pattern INSTANT =
      Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  private DateTimeFormat() {}

  /**
   * An instant in a person's zone and in UTC, to the minute: {@code Fri 20 Nov 2026, 18:00
   * (Europe/Berlin) · 17:00 UTC}. The date stands again where UTC is on another day; a person in
   * UTC sees it once.
   */
  public static String both(Instant instant, ZoneId zone) {
    return ENGLISH.both(instant, zone);
  }

  /** An instant in one zone: {@code Fri 20 Nov 2026, 18:00 (Europe/Berlin)}. */
  public static String local(Instant instant, ZoneId zone) {
    return ENGLISH.local(instant, zone);
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
    return ENGLISH.relative(instant, now);
  }

  /** A duration in its two largest units: {@code 2 d 4 h}, {@code 1 h 5 min}, {@code 40 s}. */
  public static String duration(Duration duration) {
    return ENGLISH.duration(duration);
  }
}
