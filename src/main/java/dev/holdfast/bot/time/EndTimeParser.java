package dev.holdfast.bot.time;

import dev.holdfast.bot.time.DayParser.Day;
import dev.holdfast.message.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the words for an end that lies ahead: {@code Friday 18:00}, {@code tomorrow}, {@code
 * 2026-12-24 12:00}, {@code in 3 hours}. A day without a time means to its end, and of a time that
 * occurs twice the second is meant: what ends later than somebody thought can be ended.
 */
public final class EndTimeParser {

  /** No words for a time are longer. */
  private static final int LONGEST = 100;

  private static final Duration FARTHEST = Duration.ofDays(366);

  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:next |this |coming"
              + " )?(?<day>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|r|urday)?");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?:in |for )?(?<number>\\d{1,4}|an?|one)"
              + " ?(?<unit>weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m)");
  private static final Pattern YEAR = Pattern.compile(".*\\b\\d{4}\\b.*");

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
      Optional<ZonedDateTime> relative = relative(words);
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

  private Optional<ZonedDateTime> relative(String words) {
    Matcher relative = RELATIVE.matcher(words);
    if (!relative.matches()) {
      return Optional.empty();
    }
    String digits = relative.group("number");
    int number = Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 1;
    ZonedDateTime from = now.atZone(zone.orElse(ZoneId.of("UTC")));
    return Optional.of(
        switch (relative.group("unit").charAt(0)) {
          case 'w' -> from.plusWeeks(number);
          case 'd' -> from.plusDays(number);
          case 'h' -> from.plusHours(number);
          default -> from.plusMinutes(number);
        });
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
    return day(day, time, present)
        .map(date -> ahead(time.map(date::atTime).orElse(date.plusDays(1).atStartOfDay()), there))
        .orElseGet(this::notUnderstood);
  }

  private Optional<LocalDate> day(String words, Optional<LocalTime> time, LocalDateTime present) {
    LocalDate today = present.toLocalDate();
    if (words.equals("today") || words.equals("tonight")) {
      return Optional.of(today);
    }
    if (words.equals("tomorrow")) {
      return Optional.of(today.plusDays(1));
    }
    Matcher weekday = WEEKDAY.matcher(words);
    if (weekday.matches()) {
      int days = 1 + WEEKDAYS.indexOf(weekday.group("day")) - today.getDayOfWeek().getValue();
      LocalDate date = today.plusDays(Math.floorMod(days, 7));
      return Optional.of(isOver(date, time, present) ? date.plusWeeks(1) : date);
    }
    Day day = new DayParser(present).day(words, time.orElse(LocalTime.MIN));
    return day instanceof Day.Found found
        ? Optional.of(nextOf(found.date(), words, time, present))
        : Optional.empty();
  }

  /** Without a year the next such day is meant. */
  private static LocalDate nextOf(
      LocalDate date, String words, Optional<LocalTime> time, LocalDateTime present) {
    return !YEAR.matcher(words).matches() && isOver(date, time, present) ? date.plusYears(1) : date;
  }

  private static boolean isOver(LocalDate date, Optional<LocalTime> time, LocalDateTime present) {
    return time.map(at -> !date.atTime(at).isAfter(present))
        .orElse(date.isBefore(present.toLocalDate()));
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
