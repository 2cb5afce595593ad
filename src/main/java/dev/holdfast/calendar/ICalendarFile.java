package dev.holdfast.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the events of an iCalendar file (RFC 5545), as calendars of Microsoft 365 and others are
 * exported. What an event says of its times and can't be followed is refused, so that no window or
 * freeze is another than people see in their calendar.
 */
public final class ICalendarFile {

  /** More than anybody's closing calendar has. */
  private static final int MOST_EVENTS = 1000;

  private ICalendarFile() {}

  /**
   * @param zone for times that name none, such as whole days; empty refuses them
   */
  public static List<CalendarEvent> read(String text, Optional<ZoneId> zone)
      throws CalendarFormatException {
    List<ContentLine> lines = ContentLine.lines(text);
    if (lines.isEmpty() || !lines.get(0).is("BEGIN", "VCALENDAR")) {
      throw new CalendarFormatException(1, "this isn't an iCalendar file");
    }
    List<EventComponent> components = components(lines, zone);
    if (components.size() > MOST_EVENTS) {
      throw new CalendarFormatException("there are more than %d events".formatted(MOST_EVENTS));
    }
    return merged(components);
  }

  private static List<EventComponent> components(List<ContentLine> lines, Optional<ZoneId> zone)
      throws CalendarFormatException {
    List<EventComponent> found = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<ContentLine> event = new ArrayList<>();
    for (ContentLine line : lines) {
      if (line.name().equals("BEGIN")) {
        open.add(line.value().toUpperCase(Locale.ROOT));
        event = open.size() == 2 ? new ArrayList<>() : event;
      } else if (line.name().equals("END")) {
        close(open, line);
        if (open.size() == 1 && line.is("END", "VEVENT")) {
          found.add(EventComponent.of(event, line.number(), zone));
        }
      } else if (open.size() == 2) {
        event.add(line);
      }
    }
    if (!open.isEmpty()) {
      throw new CalendarFormatException("it ends within %s".formatted(open.get(open.size() - 1)));
    }
    return found;
  }

  private static void close(List<String> open, ContentLine line) throws CalendarFormatException {
    String name = line.value().toUpperCase(Locale.ROOT);
    if (open.isEmpty() || !open.remove(open.size() - 1).equals(name)) {
      throw new CalendarFormatException(line.number(), "END:%s has no BEGIN".formatted(name));
    }
  }

  /** A single time of a series that was moved or canceled takes the place of the original one. */
  private static List<CalendarEvent> merged(List<EventComponent> components) {
    Map<String, List<ICalendarTime>> replaced = new HashMap<>();
    components.forEach(
        one ->
            one.replaces()
                .ifPresent(
                    time ->
                        replaced.computeIfAbsent(one.uid(), uid -> new ArrayList<>()).add(time)));
    return components.stream()
        .filter(one -> !one.canceled())
        .map(
            one ->
                one.replaces().isPresent()
                    ? one.event()
                    : without(one.event(), replaced.getOrDefault(one.uid(), List.of())))
        .toList();
  }

  private static CalendarEvent without(CalendarEvent series, List<ICalendarTime> times) {
    return series.without(times.stream().map(time -> time.in(series.zone())).toList());
  }
}
