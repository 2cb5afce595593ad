package dev.holdfast.chat;

import dev.holdfast.chat.DayWords.Day;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Where a span of time begins or ends, in the words and the time zone of a person. */
final class SpanWords {

  private final ZoneId zone;
  private final Instant now;

  SpanWords(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** A day begins with its first instant. Never throws. */
  When since(String words) {
    return bound(words, 0);
  }

  /** A day is in the span; of a time, what was before. */
  When until(String words) {
    return bound(words, 1);
  }

  /** The zone that the words name at their end. */
  static Optional<ZoneId> zone(String words, Instant now) {
    return named(PlainTime.of(words), now)
        .flatMap(there -> TimeZoneParser.parse(there.zone().getId()));
  }

  private static Optional<ZoneWords> named(String plain, Instant now) {
    return ZoneWords.in(plain)
        .or(
            () ->
                ZoneWords.behindDay(
                    plain, words -> !(day(words, now, ZoneOffset.UTC) instanceof Day.None)));
  }

  private When bound(String words, int days) {
    try {
      String plain = PlainTime.of(words);
      ZoneWords there = named(plain, now).orElseGet(() -> new ZoneWords(zone, plain));
      Day day = day(there.rest(), now, there.zone());
      if (day instanceof Day.Found found) {
        LocalDate date = found.date().plusDays(days);
        return new When.At(date.atStartOfDay(there.zone()).toInstant(), Optional.empty());
      }
      if (day instanceof Day.Refused refused) {
        return new When.NotUnderstood(refused.sentence(), true);
      }
    } catch (DateTimeException e) {
      return notUnderstood(words);
    }
    return new RestorePointParser(zone, now).parse(words) instanceof When.At at
        ? at
        : notUnderstood(words);
  }

  private static Day day(String words, Instant now, ZoneId zone) {
    return new DayWords(now.atZone(zone).toLocalDateTime()).day(words, LocalTime.MIN);
  }

  private When notUnderstood(String words) {
    return new When.NotUnderstood(
        "I do not understand the time “%s”. Write history since 2026-11-01, since monday, until yesterday or until 2026-11-20 18:00."
            .formatted(words),
        false);
  }
}
