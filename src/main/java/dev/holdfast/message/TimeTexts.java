package dev.holdfast.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Instants and durations as a person reads them, whatever the locale and zone of the machine. */
public final class TimeTexts {

  private static final Map<Locale, TimeTexts> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final MessageCatalog catalog = MessageCatalog.shared();
  private final Locale language;
  private final DateTimeFormatter dateAndTime;
  private final DateTimeFormatter time;
  private final DateTimeFormatter day;

  private TimeTexts(Locale language) {
    this.language = language;
    this.dateAndTime = pattern("time.pattern.dateAndTime");
    this.time = pattern("time.pattern.time");
    this.day = pattern("time.pattern.day");
  }

  /** The texts of that language. */
  public static TimeTexts of(Locale language) {
    return BY_LANGUAGE.computeIfAbsent(MessageCatalog.shared().language(language), TimeTexts::new);
  }

  /**
   * An instant in a person's zone and in UTC, to the minute: {@code Fri 20 Nov 2026, 18:00
   * (Europe/Berlin) · 17:00 UTC}. The date stands again where UTC is on another day; a person in
   * UTC sees it once.
   */
  public String both(Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone);
    ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return utc(dateAndTime.format(utc));
    }
    DateTimeFormatter again = there.toLocalDate().equals(utc.toLocalDate()) ? time : dateAndTime;
    return local(instant, zone) + " · " + utc(again.format(utc));
  }

  private String utc(String time) {
    return text("time.utc", Map.of("time", time));
  }

  /** An instant in one zone: {@code Fri 20 Nov 2026, 18:00 (Europe/Berlin)}. */
  public String local(Instant instant, ZoneId zone) {
    return dateAndTime.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
  }

  /** The time of day in one zone: {@code 18:00}. */
  public String time(Instant instant, ZoneId zone) {
    return time.format(instant.atZone(zone));
  }

  /** A day of this year or the next: {@code Friday 20 November}. */
  public String day(LocalDate date) {
    return day.format(date);
  }

  /** How far an instant is from the present: {@code 3 h ago}, {@code in 2 d}, {@code just now}. */
  public String relative(Instant instant, Instant now) {
    Duration since = Duration.between(instant, now);
    if (since.abs().compareTo(Duration.ofMinutes(1)) < 0) {
      return text("time.now", Map.of());
    }
    return since.isNegative()
        ? text("time.in", Map.of("duration", largest(since.negated())))
        : text("time.ago", Map.of("duration", largest(since)));
  }

  /** A duration in its two largest units: {@code 2 d 4 h}, {@code 1 h 5 min}, {@code 40 s}. */
  public String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds(seconds);
    }
    if (seconds < 3600) {
      return seconds % 60 == 0
          ? minutes(seconds / 60)
          : two(minutes(seconds / 60), seconds(seconds % 60));
    }
    if (seconds < 86_400) {
      long minutes = seconds % 3600 / 60;
      return minutes == 0 ? hours(seconds / 3600) : two(hours(seconds / 3600), minutes(minutes));
    }
    long hours = seconds % 86_400 / 3600;
    return hours == 0 ? days(seconds / 86_400) : two(days(seconds / 86_400), hours(hours));
  }

  private String largest(Duration duration) {
    if (duration.toDays() >= 1) {
      return days(duration.toDays());
    }
    return duration.toHours() >= 1 ? hours(duration.toHours()) : minutes(duration.toMinutes());
  }

  private static String two(String larger, String smaller) {
    return larger + " " + smaller;
  }

  private String days(long count) {
    return text("time.days", Map.of("count", count));
  }

  private String hours(long count) {
    return text("time.hours", Map.of("count", count));
  }

  private String minutes(long count) {
    return text("time.minutes", Map.of("count", count));
  }

  private String seconds(long count) {
    return text("time.seconds", Map.of("count", count));
  }

  private DateTimeFormatter pattern(String code) {
    return DateTimeFormatter.ofPattern(text(code, Map.of()), language);
  }

  private String text(String code, Map<String, ?> arguments) {
    return catalog.message(code, language).text(arguments);
  }
}
