package dev.holdfast.bot.time;

import dev.holdfast.message.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Understands the words for an end that lies ahead: {@code Friday 18:00}, {@code tomorrow}, {@code
 * 2026-12-24 12:00}, {@code in 3 hours}. A day without a time means to its end, and of a time that
 * occurs twice the second is meant: what ends later than somebody thought can be ended.
 */
public final class EndTimeParser {

  /** No words for a time are longer. */
  private static final int LONGEST = 100;

  private static final Duration FARTHEST = Duration.ofDays(366);

  private final Optional<ZoneId> zone;
  private final Instant now;

  /**
   * @param zone the person's; empty while it isn't known, and then the words have to name one
   */
  public EndTimeParser(Optional<ZoneId> zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** The instant that the words name, or a sentence. Never throws. */
  public ParsedInstant parse(String text) {
    if (text.length() > LONGEST) {
      return notUnderstood();
    }
    String words = TimeTextNormalizer.of(text);
    try {
      ZonedDateTime from = now.atZone(zone.orElse(ZoneOffset.UTC));
      Optional<ZonedDateTime> relative = ComingDayParser.after(from, words);
      if (relative.isPresent()) {
        return ahead(relative.get());
      }
      Optional<ZoneParser> named = ZoneParser.in(words);
      String rest = named.map(ZoneParser::rest).orElse(words);
      return named
          .map(ZoneParser::zone)
          .or(() -> zone)
          .map(there -> parse(rest, there))
          .orElseGet(() -> no(Message.of("endTime.zone")));
    } catch (DateTimeException | ArithmeticException e) {
      return no(Message.of("endTime.tooFar"));
    }
  }

  private ParsedInstant parse(String words, ZoneId there) {
    LocalDateTime present = now.atZone(there).toLocalDateTime();
    Optional<TimeOfDayParser> clock = TimeOfDayParser.in(words);
    String day = clock.map(TimeOfDayParser::rest).orElse(words);
    Optional<LocalTime> time = clock.map(TimeOfDayParser::time);
    if (day.isEmpty() && time.isPresent()) {
      LocalDateTime today = present.toLocalDate().atTime(time.get());
      return ahead(today.isAfter(present) ? today : today.plusDays(1), there);
    }
    return new ComingDayParser(present)
        .day(day, time)
        .map(date -> ahead(time.map(date::atTime).orElse(date.plusDays(1).atStartOfDay()), there))
        .orElseGet(this::notUnderstood);
  }

  private ParsedInstant ahead(LocalDateTime local, ZoneId there) {
    return ahead(local.atZone(there).withLaterOffsetAtOverlap());
  }

  private ParsedInstant ahead(ZonedDateTime at) {
    Instant end = at.toInstant();
    if (!end.isAfter(now)) {
      return no(Message.of("endTime.past"));
    }
    return end.isAfter(now.plus(FARTHEST))
        ? no(Message.of("endTime.tooFar"))
        : new ParsedInstant.At(end, Optional.empty());
  }

  private ParsedInstant notUnderstood() {
    return new ParsedInstant.NotUnderstood(Message.of("endTime.notUnderstood"), false);
  }

  private static ParsedInstant no(Message reason) {
    return new ParsedInstant.NotUnderstood(reason, true);
  }
}
