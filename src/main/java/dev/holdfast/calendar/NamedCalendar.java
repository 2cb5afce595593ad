package dev.holdfast.calendar;

import java.util.List;

/**
 * Events under a name.
 *
 * @param name as people read it
 */
public record NamedCalendar(String name, List<CalendarEvent> events) {

  public NamedCalendar {
    events = List.copyOf(events);
  }

  /**
   * Its times that are in a span, or partly so; what begins before it or ends after it is whole.
   */
  public Spans within(Span span) {
    return Spans.of(events.stream().flatMap(event -> event.within(span).stream()).toList());
  }
}
