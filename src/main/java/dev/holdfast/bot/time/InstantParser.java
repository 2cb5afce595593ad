package dev.holdfast.bot.time;

import dev.holdfast.bot.time.DayParser.Day;
import dev.holdfast.message.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Understands the words that a person uses for a restore point, in the person's own time zone.
 *
 * <p>Whether the instant can be restored is for the rules of {@code environment}; here only the
 * future is refused, because no words for a restore point can mean it.
 */
public final class InstantParser {

  /** No words for a time are longer; a pasted novel is not searched for one. */
  private static final int LONGEST = 100;

  private static final Set<String> NOW =
      Set.of("now", "right now", "just now", "latest", "the latest", "newest", "current", "as is");
  private static final DateTimeFormatter ISO_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

  private final ZoneId zone;
  private final Instant now;

  /**
   * @param zone the person's zone; words without an offset are meant in it
   * @param now the present, against which {@code yesterday} and {@code ago} are held
   */
  public InstantParser(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** The instant that the words name, or a sentence. Never throws. */
  public ParsedInstant parse(String text) {
    if (text.length() > LONGEST) {
      return notUnderstood(text);
    }
    String words = TimeTextNormalizer.of(text);
    if (NOW.contains(words)) {
      return impossible(Message.of("timeInput.now"), now.atZone(zone).toLocalDateTime());
    }
    Optional<String> abbreviation = ZoneParser.abbreviation(words);
    if (abbreviation.isPresent()) {
      Optional<ParsedInstant> there =
          ZoneParser.central(words).flatMap(central -> central.read(parse(central.words())));
      if (there.isPresent()) {
        return there.get();
      }
      return no(
          Message.of(
              "timeInput.abbreviation",
              "zone",
              abbreviation.get().toUpperCase(Locale.ROOT),
              "example",
              isoExample()));
    }
    try {
      return ZoneParser.in(words)
          .map(there -> parse(there.rest(), there.zone()))
          .orElseGet(() -> parse(words, zone));
    } catch (DateTimeException | ArithmeticException e) {
      return no(Message.of("timeInput.tooFar"));
    }
  }

  private ParsedInstant parse(String words, ZoneId there) {
    ZonedDateTime present = now.atZone(there);
    Optional<ZonedDateTime> ago = RelativeTimeParser.before(present, words);
    if (ago.isPresent()) {
      return past(ago.get(), Optional.empty());
    }
    DayParser days = new DayParser(present.toLocalDateTime());
    Optional<TimeOfDayParser> clock = TimeOfDayParser.in(words);
    if (clock.isEmpty()) {
      return withoutTime(words, days.day(words, LocalTime.MIN));
    }
    LocalTime time = clock.get().time();
    if (clock.get().rest().isEmpty()) {
      return lastTime(present.toLocalDateTime(), time, there);
    }
    Day day = days.day(clock.get().rest(), time);
    return day instanceof Day.Found found
        ? at(found.date().atTime(time), there, Optional.empty())
        : withoutTime(words, day);
  }

  private ParsedInstant withoutTime(String words, Day day) {
    if (day instanceof Day.Refused refused) {
      return no(Message.of("timeInput.refused", "reason", refused.reason(), "example", example()));
    }
    return day instanceof Day.Found found
        ? new ParsedInstant.Impossible(
            Message.of("timeInput.timeMissing", "words", words, "example", example()),
            found.date(),
            Optional.empty())
        : notUnderstood(words);
  }

  /** A time without a day is the last time the clock showed it. */
  private ParsedInstant lastTime(LocalDateTime present, LocalTime time, ZoneId there) {
    LocalDateTime today = present.toLocalDate().atTime(time);
    return today.isAfter(present)
        ? at(today.minusDays(1), there, Optional.of(Message.of("timeInput.yesterday")))
        : at(today, there, Optional.of(Message.of("timeInput.today")));
  }

  private ParsedInstant at(LocalDateTime local, ZoneId there, Optional<Message> note) {
    ZoneOffsetTransition change = there.getRules().getTransition(local);
    if (change == null) {
      return past(local.atZone(there), note);
    }
    String shown = ISO_MINUTE.format(local);
    if (change.isGap()) {
      return impossible(
          Message.of(
              "timeInput.gap",
              "time",
              shown,
              "zone",
              there.getId(),
              "before",
              change.getDateTimeBefore().toLocalTime().toString(),
              "after",
              change.getDateTimeAfter().toLocalTime().toString()),
          local);
    }
    String iso = shown.replace(' ', 'T');
    return impossible(
        Message.of(
            "timeInput.overlap",
            "time",
            shown,
            "zone",
            there.getId(),
            "first",
            iso + change.getOffsetBefore(),
            "second",
            iso + change.getOffsetAfter()),
        local);
  }

  private ParsedInstant past(ZonedDateTime at, Optional<Message> note) {
    return at.toInstant().isAfter(now)
        ? impossible(Message.of("timeInput.future", "example", example()), at.toLocalDateTime())
        : new ParsedInstant.At(at.toInstant(), note);
  }

  private ParsedInstant notUnderstood(String words) {
    return new ParsedInstant.NotUnderstood(
        Message.of(
            words.isEmpty() ? "timeInput.none" : "timeInput.notUnderstood",
            "example",
            example(),
            "iso",
            isoExample()),
        false);
  }

  private static ParsedInstant impossible(Message reason, LocalDateTime local) {
    return new ParsedInstant.Impossible(
        reason, local.toLocalDate(), Optional.of(local.toLocalTime()));
  }

  private static ParsedInstant no(Message reason) {
    return new ParsedInstant.NotUnderstood(reason, true);
  }

  /** The same without a space, so that an offset can follow. */
  private String isoExample() {
    return example().replace(' ', 'T');
  }

  /** An example that could be meant: yesterday evening. */
  private String example() {
    return ISO_MINUTE.format(now.atZone(zone).toLocalDate().minusDays(1).atTime(18, 0));
  }
}
