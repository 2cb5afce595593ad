package dev.holdfast.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A {@code VEVENT} of an iCalendar file.
 *
 * @param replaces the time of the series with the same UID of which it takes the place
 * @param canceled whether it isn't to take place
 */
record EventComponent(
    String uid, CalendarEvent event, Optional<ICalendarTime> replaces, boolean canceled) {

  /**
   * @param end number of its last line
   */
  static EventComponent of(List<ContentLine> lines, int end, Optional<ZoneId> zone)
      throws CalendarFormatException {
    for (ContentLine line : lines) {
      if (Set.of("RDATE", "EXRULE").contains(line.name())) {
        throw new CalendarFormatException(
            line.number(), "%s isn't supported".formatted(line.name()));
      }
    }
    ContentLine start =
        find(lines, "DTSTART")
            .orElseThrow(() -> new CalendarFormatException(end, "an event has no DTSTART"));
    ICalendarTime first = ICalendarTime.of(start, start.value(), zone);
    Optional<ContentLine> replaced = find(lines, "RECURRENCE-ID");
    return new EventComponent(
        find(lines, "UID").map(ContentLine::value).orElse(""),
        event(lines, start, first, zone),
        replaced.isPresent()
            ? Optional.of(ICalendarTime.of(replaced.get(), replaced.get().value(), zone))
            : Optional.empty(),
        lines.stream().anyMatch(line -> line.is("STATUS", "CANCELLED")));
  }

  private static CalendarEvent event(
      List<ContentLine> lines, ContentLine start, ICalendarTime first, Optional<ZoneId> zone)
      throws CalendarFormatException {
    List<ContentLine> rules = lines.stream().filter(line -> line.name().equals("RRULE")).toList();
    if (rules.size() > 1) {
      throw new CalendarFormatException(rules.get(1).number(), "an event has two rules");
    }
    Optional<ContentLine> rule = rules.stream().findFirst();
    try {
      return CalendarEvent.of(
          first.local(),
          first.zone(),
          length(lines, first, zone),
          rule.map(ContentLine::value),
          except(lines, first, zone));
    } catch (CalendarFormatException e) {
      throw e.inLine(rule.orElse(start).number());
    }
  }

  private static EventLength length(
      List<ContentLine> lines, ICalendarTime first, Optional<ZoneId> zone)
      throws CalendarFormatException {
    Optional<ContentLine> duration = find(lines, "DURATION");
    if (duration.isPresent()) {
      return EventLength.parse(duration.get().value());
    }
    Optional<ContentLine> end = find(lines, "DTEND");
    if (end.isEmpty() && first.wholeDay()) {
      return new EventLength(Period.ofDays(1), Duration.ZERO);
    }
    if (end.isEmpty()) {
      throw new CalendarFormatException("an event has neither DTEND nor DURATION");
    }
    ICalendarTime last = ICalendarTime.of(end.get(), end.get().value(), zone);
    try {
      return first.wholeDay()
          ? new EventLength(
              Period.ofDays((int) ChronoUnit.DAYS.between(first.local(), last.local())),
              Duration.ZERO)
          : new EventLength(Period.ZERO, Duration.between(first.instant(), last.instant()));
    } catch (IllegalArgumentException e) {
      throw new CalendarFormatException(
          end.get().number(), "an event has to end after it begins, within a year");
    }
  }

  private static Set<LocalDateTime> except(
      List<ContentLine> lines, ICalendarTime first, Optional<ZoneId> zone)
      throws CalendarFormatException {
    Set<LocalDateTime> all = new TreeSet<>();
    for (ContentLine line : lines) {
      if (line.name().equals("EXDATE")) {
        for (String time : line.value().split(",")) {
          all.add(ICalendarTime.of(line, time.strip(), zone).in(first.zone()));
        }
      }
    }
    return all;
  }

  private static Optional<ContentLine> find(List<ContentLine> lines, String name) {
    return lines.stream().filter(line -> line.name().equals(name)).findFirst();
  }
}
