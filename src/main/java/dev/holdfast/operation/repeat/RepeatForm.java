package dev.holdfast.operation.repeat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.EndTimeParser;
import dev.holdfast.bot.time.EnteredZones;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.calendar.CalendarFormatException;
import dev.holdfast.calendar.Recurrence;
import dev.holdfast.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How often a form is to do what it asks for. */
@Component
public class RepeatForm {

  /** The input for the words. */
  public static final String ID = "repeat";

  /** The field of a form that changes a series: its ID. */
  public static final String CHANGES = "series";

  /** A series ends after a year. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final int MOST_RUNS = 366;

  private final EnteredZones zones;
  private final Clock clock;

  RepeatForm(EnteredZones zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * What a form says.
   *
   * @param times empty for once, and where something is wrong
   * @param error what is wrong; empty when nothing is
   */
  public record Read(Optional<Repetition> times, Optional<Message> error) {

    static final Read ONCE = new Read(Optional.empty(), Optional.empty());

    static Read wrong(Message why) {
      return new Read(Optional.empty(), Optional.of(why));
    }

    /** What is wrong, by input. */
    public Map<String, Message> errors() {
      return error.map(why -> Map.of(ID, why)).orElse(Map.of());
    }
  }

  /**
   * What the input shows.
   *
   * @param text as people type it
   * @param meaning what it means, with the first and the last run; empty while it isn't understood
   */
  public record Shown(String text, Optional<Message> meaning) {}

  /**
   * Reads what was typed. Words that leave something open, such as the end, are an error, which
   * says how they are meant: the form then shows them in full, and can be sent again.
   */
  public Read read(String text, ChatUser who) {
    if (text.isBlank()) {
      return Read.ONCE;
    }
    RepeatText words = RepeatText.of(text).orElse(null);
    if (words == null) {
      return Read.wrong(Message.of("repeat.notUnderstood"));
    }
    zones.keep(words.zone(), who);
    Read read = read(words, who);
    return read.times()
        .filter(times -> !isInFull(text, times))
        .map(times -> Read.wrong(Message.of("repeat.meant", "meaning", meaning(times))))
        .orElse(read);
  }

  private static boolean isInFull(String text, Repetition times) {
    return text.strip().equalsIgnoreCase(times.words());
  }

  /** What the input shows: what was understood in full, anything else as typed. */
  public Shown shown(String text, ChatUser who) {
    return Optional.of(text)
        .filter(typed -> !typed.isBlank())
        .flatMap(RepeatText::of)
        .flatMap(words -> read(words, who).times())
        .map(times -> new Shown(times.words(), Optional.of(meaning(times))))
        .orElseGet(() -> new Shown(text, Optional.empty()));
  }

  private static Message meaning(Repetition times) {
    return Message.of("repeat.meaning", "repeat", times.message())
        .with("runs", times.runs())
        .with("first", times.occurrences().get(0).start())
        .with("last", times.last().start());
  }

  private Read read(RepeatText words, ChatUser who) {
    Optional<ZoneId> zone = words.zone().or(who::knownZone);
    return zone.map(there -> read(words, there))
        .orElseGet(() -> Read.wrong(Message.of("repeat.zone")));
  }

  private Read read(RepeatText words, ZoneId zone) {
    Instant now = clock.instant();
    if (words.until().isEmpty()) {
      return read(words, zone, now.plus(LONGEST));
    }
    ParsedInstant until = new EndTimeParser(Optional.of(zone), now).parse(words.until());
    if (until instanceof ParsedInstant.At at) {
      return read(words, zone, at.instant());
    }
    return Read.wrong(
        until instanceof ParsedInstant.NotUnderstood not
            ? not.reason()
            : Message.of("endTime.notUnderstood"));
  }

  private Read read(RepeatText words, ZoneId zone, Instant end) {
    Instant now = clock.instant();
    int most = Math.min(MOST_RUNS, words.runs().orElse(MOST_RUNS));
    return first(words, now.atZone(zone).toLocalDateTime())
        .map(first -> counted(words.pattern().rule(), first, zone, end(end, zone), most))
        .filter(times -> times.runs() > 0)
        .map(times -> new Read(Optional.of(times), Optional.empty()))
        .orElseGet(() -> Read.wrong(Message.of("repeat.never")));
  }

  private static LocalDateTime end(Instant end, ZoneId zone) {
    return end.atZone(zone).toLocalDateTime();
  }

  /** The first time that lies ahead. */
  private static Optional<LocalDateTime> first(RepeatText words, LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(LONGEST.toDays())
        .filter(words.pattern()::isOn)
        .map(day -> day.atTime(words.time()))
        .filter(time -> time.isAfter(now.plusMinutes(1)))
        .findFirst();
  }

  private static Repetition counted(
      String rule, LocalDateTime first, ZoneId zone, LocalDateTime end, int most) {
    try {
      Iterator<LocalDateTime> times = Recurrence.of(rule, first, zone).from(first);
      int runs = 0;
      while (runs < most && times.hasNext() && times.next().isBefore(end)) {
        runs++;
      }
      return new Repetition(rule, first, zone, runs);
    } catch (CalendarFormatException e) {
      throw new IllegalStateException("It was made of words that were understood: " + rule, e);
    }
  }
}
