package dev.holdfast.bot.time;

import dev.holdfast.message.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/**
 * Understands the words for a start that lies ahead: {@code Friday 22:00}, {@code tonight}, {@code
 * 2026-12-24 22:00}, {@code in 3 hours}. Results are whole minutes. A local time that doesn't exist
 * or occurs twice is read as RFC 5545 reads it: with the offset from before the clocks are changed.
 */
public final class StartTimeParser {

  /** What {@code tonight} means. */
  static final LocalTime TONIGHT = LocalTime.of(22, 0);

  /** Until then it's still the night of the evening before. */
  private static final LocalTime END_OF_NIGHT = LocalTime.of(6, 0);

  /** No words for a time are longer. */
  private static final int LONGEST = 100;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Optional<ZoneId> zone;
  private final Instant now;
  private final Duration farthest;

  /**
   * @param zone the person's; empty while it isn't known, and then the words have to name one
   * @param farthest how far ahead a start may be
   */
  public StartTimeParser(Optional<ZoneId> zone, Instant now, Duration farthest) {
    this.zone = zone;
    this.now = now;
    this.farthest = farthest;
  }

  /**
   * An instant so that it's read the same wherever it's typed: {@code 2026-12-24 22:00 UTC+01:00}.
   */
  public static String text(Instant at, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    return MINUTE.format(there) + " " + TimeZoneParser.of(there.getOffset()).getId();
  }

  /** The instant that the words name, or a sentence. Never throws. */
  public ParsedInstant parse(String text) {
    if (text.length() > LONGEST) {
      return notUnderstood();
    }
    String words = TimeTextNormalizer.of(text);
    Optional<String> abbreviation = ZoneParser.abbreviation(words);
    if (abbreviation.isPresent()) {
      return no(
          Message.of(
              "timeInput.abbreviation",
              "zone",
              abbreviation.get().toUpperCase(Locale.ROOT),
              "example",
              MINUTE.format(now.atZone(ZoneOffset.UTC).plusDays(1).with(TONIGHT))));
    }
    try {
      return read(words);
    } catch (DateTimeException | ArithmeticException e) {
      return tooFar();
    }
  }

  private ParsedInstant read(String words) {
    Optional<ZonedDateTime> relative =
        ComingDayParser.after(now.atZone(zone.orElse(ZoneOffset.UTC)), words);
    if (relative.isPresent()) {
      return zone.isEmpty() && ComingDayParser.countsDays(words)
          ? withoutZone()
          : ahead(upToMinute(relative.get().toInstant()), Optional.empty());
    }
    Optional<ZoneParser> named = ZoneParser.in(words);
    String rest = named.map(ZoneParser::rest).orElse(words);
    return named
        .map(ZoneParser::zone)
        .or(() -> zone)
        .map(there -> parse(rest, there))
        .orElseGet(
            () ->
                parse(rest, ZoneOffset.UTC) instanceof ParsedInstant.NotUnderstood not
                        && !not.meantAsTime()
                    ? not
                    : withoutZone());
  }

  private ParsedInstant parse(String words, ZoneId there) {
    LocalDateTime present = now.atZone(there).toLocalDateTime();
    LocalDate today = present.toLocalDate();
    Optional<TimeOfDayParser> clock = TimeOfDayParser.in(words);
    String day = clock.map(TimeOfDayParser::rest).orElse(words);
    Optional<LocalTime> time = clock.map(TimeOfDayParser::time);
    if (day.equals("tonight")) {
      return tonight(present, time, there);
    }
    if (day.isEmpty() && time.isPresent()) {
      LocalDateTime next = today.atTime(time.get());
      return at(next.isAfter(present) ? next : next.plusDays(1), there);
    }
    Optional<LocalDate> date = new ComingDayParser(present).day(day, time);
    if (date.isPresent() && time.isEmpty()) {
      return no(Message.of("startTime.timeMissing", "words", words));
    }
    return date.map(found -> at(found.atTime(time.orElseThrow()), there))
        .orElseGet(this::notUnderstood);
  }

  /** {@code tonight 01:00} is after midnight. */
  private ParsedInstant tonight(LocalDateTime present, Optional<LocalTime> time, ZoneId there) {
    LocalDateTime tonight = present.toLocalDate().atTime(time.orElse(TONIGHT));
    boolean afterMidnight = tonight.toLocalTime().isBefore(END_OF_NIGHT);
    if (tonight.isAfter(present) || afterMidnight) {
      return at(tonight.isAfter(present) ? tonight : tonight.plusDays(1), there);
    }
    return time.isPresent()
        ? no(Message.of("startTime.past"))
        : no(Message.of("startTime.tonightOver", "time", TONIGHT.toString()));
  }

  private ParsedInstant at(LocalDateTime local, ZoneId there) {
    Instant start = upToMinute(local.atZone(there).toInstant());
    ZoneOffsetTransition change = there.getRules().getTransition(local);
    if (change == null) {
      return ahead(start, Optional.empty());
    }
    Message note =
        Message.of(
            change.isGap() ? "startTime.gap" : "startTime.overlap",
            "time",
            MINUTE.format(local),
            "zone",
            there.getId(),
            "start",
            text(start, there));
    return ahead(
        start, Optional.of(change.isGap() ? note : note.with("second", second(local, change))));
  }

  private static String second(LocalDateTime local, ZoneOffsetTransition change) {
    return text(local.toInstant(change.getOffsetAfter()), change.getOffsetAfter());
  }

  private static Instant upToMinute(Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(at) ? minute : minute.plus(1, ChronoUnit.MINUTES);
  }

  private ParsedInstant ahead(Instant start, Optional<Message> note) {
    if (!start.isAfter(now)) {
      return no(Message.of("startTime.past"));
    }
    return start.isAfter(now.plus(farthest)) ? tooFar() : new ParsedInstant.At(start, note);
  }

  private ParsedInstant tooFar() {
    return no(Message.of("startTime.tooFar", "duration", farthest));
  }

  private static ParsedInstant withoutZone() {
    return no(Message.of("startTime.zone"));
  }

  private ParsedInstant notUnderstood() {
    return new ParsedInstant.NotUnderstood(Message.of("startTime.notUnderstood"), false);
  }

  private static ParsedInstant no(Message reason) {
    return new ParsedInstant.NotUnderstood(reason, true);
  }
}
