package dev.holdfast.chat.calendar;

import dev.holdfast.calendar.Span;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of a calendar in words, by the days of their reader. */
final class CalendarRows {

  private static final int NAMED = 2;
  private static final Duration DAY = Duration.ofDays(1);

  private final Span span;
  private final CardTexts texts;

  CalendarRows(Span span, CardTexts texts) {
    this.span = span;
    this.texts = texts;
  }

  /**
   * Days with their entries; what began before counts for the first day.
   *
   * @param overlaps what speaks against an entry
   */
  List<CalendarView.Day> days(
      List<CalendarEntry> entries, Function<CalendarEntry, List<Message>> overlaps) {
    TreeMap<LocalDate, List<CalendarEntry>> days =
        entries.stream()
            .sorted(Comparator.comparing(this::begin).thenComparing(CalendarEntry::kind))
            .collect(
                Collectors.groupingBy(
                    entry -> texts.dayOf(begin(entry)), TreeMap::new, Collectors.toList()));
    return days.entrySet().stream()
        .map(
            day ->
                new CalendarView.Day(
                    texts.day(day.getKey()),
                    day.getValue().stream()
                        .map(entry -> row(entry, overlaps.apply(entry)))
                        .toList()))
        .toList();
  }

  /** The same with the zone in which the times are. */
  List<String> notes(List<Message> notes) {
    return Stream.concat(
            Stream.of(Message.of("card.calendar.zone", "zone", texts.zone())), notes.stream())
        .map(texts::of)
        .toList();
  }

  private Instant begin(CalendarEntry entry) {
    return entry.from().isBefore(span.from()) ? span.from() : entry.from();
  }

  private CalendarView.Row row(CalendarEntry entry, List<Message> overlaps) {
    return new CalendarView.Row(
        texts.of(time(entry)),
        texts.of(entry.title()),
        Stream.concat(Stream.of(where(entry)), entry.note().map(texts::of).stream())
            .collect(Collectors.joining(" · ")),
        String.join(" ", texts.of(overlaps)),
        overlaps.isEmpty() ? tone(entry.kind()) : Tone.ATTENTION);
  }

  private static Tone tone(CalendarEntry.Kind kind) {
    return switch (kind) {
      case RUNNING -> Tone.ONGOING;
      case PLANNED -> Tone.GOOD;
      case FREEZE, POLICY_FREEZE, MAINTENANCE -> Tone.BAD;
      case WINDOW -> Tone.NEUTRAL;
    };
  }

  private Message time(CalendarEntry entry) {
    Instant from = entry.from();
    Optional<Instant> until = entry.until();
    if (until.isEmpty()) {
      return Message.of("calendar.time.from", "from", since(from));
    }
    if (texts.dayOf(from).isBefore(texts.dayOf(span.from()))) {
      return Message.of("calendar.time.until", "until", on(until.get(), span.from()));
    }
    boolean within = Duration.between(from, until.get()).compareTo(DAY) <= 0;
    return Message.of(
        within ? "calendar.time" : "calendar.time.long",
        "from",
        texts.time(from),
        "until",
        within ? texts.time(until.get()) : texts.of(on(until.get(), from)));
  }

  private Object since(Instant from) {
    return from.isBefore(span.from()) ? on(from, span.from()) : texts.time(from);
  }

  /** An instant with its day where that isn't the day of another. */
  private Message on(Instant at, Instant other) {
    String time = texts.time(at);
    return texts.dayOf(at).equals(texts.dayOf(other))
        ? Message.plain(time)
        : Message.of("calendar.time.day", "day", texts.day(texts.dayOf(at)), "time", time);
  }

  private String where(CalendarEntry entry) {
    List<EnvironmentRef> all = entry.environments();
    if (all.isEmpty()) {
      return texts.of("calendar.everywhere");
    }
    String named =
        all.stream()
            .limit(NAMED)
            .map(one -> NameMarks.shown(one.displayName()))
            .collect(Collectors.joining(entry.work().isPresent() ? " → " : ", "));
    return all.size() <= NAMED
        ? named
        : named + " " + texts.of("calendar.more", "count", all.size() - NAMED);
  }
}
