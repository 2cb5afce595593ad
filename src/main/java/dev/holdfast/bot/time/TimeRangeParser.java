package dev.holdfast.bot.time;

import dev.holdfast.bot.time.DayParser.Day;
import dev.holdfast.message.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Where a span of time begins or ends, in the words and the time zone of a person. */
public final class TimeRangeParser {

  private final ZoneId zone;
  private final Instant now;

  public TimeRangeParser(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** A day begins with its first instant. Never throws. */
  public ParsedInstant since(String words) {
    return bound(words, 0);
  }

  /** A day is in the span; of a time, what was before. */
  public ParsedInstant until(String words) {
    return bound(words, 1);
  }

  /** The zone that the words name at their end. */
  public static Optional<ZoneId> zone(String words, Instant now) {
    return named(TimeTextNormalizer.of(words), now)
        .flatMap(there -> TimeZoneParser.parse(there.zone().getId()));
  }

  private static Optional<ZoneParser> named(String plain, Instant now) {
    return ZoneParser.in(plain)
        .or(
            () ->
                ZoneParser.behindDay(
                    plain, words -> !(day(words, now, ZoneOffset.UTC) instanceof Day.None)));
  }

  private ParsedInstant bound(String words, int days) {
    try {
      String plain = TimeTextNormalizer.of(words);
      ZoneParser there = named(plain, now).orElseGet(() -> new ZoneParser(zone, plain));
      Day day = day(there.rest(), now, there.zone());
      if (day instanceof Day.Found found) {
        LocalDate date = found.date().plusDays(days);
        return new ParsedInstant.At(date.atStartOfDay(there.zone()).toInstant(), Optional.empty());
      }
      if (day instanceof Day.Refused refused) {
        return new ParsedInstant.NotUnderstood(refused.reason(), true);
      }
    } catch (DateTimeException e) {
      return notUnderstood(words);
    }
    return new InstantParser(zone, now).parse(words) instanceof ParsedInstant.At at
        ? at
        : notUnderstood(words);
  }

  private static Day day(String words, Instant now, ZoneId zone) {
    return new DayParser(now.atZone(zone).toLocalDateTime()).day(words, LocalTime.MIN);
  }

  private ParsedInstant notUnderstood(String words) {
    return new ParsedInstant.NotUnderstood(Message.of("timeInput.span", "words", words), false);
  }
}
