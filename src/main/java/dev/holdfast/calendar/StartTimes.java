package dev.holdfast.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When something may start: within each of some windows, and in no freeze. The calendars of a
 * window are alternatives. Without windows, any time is one.
 */
public record StartTimes(List<List<NamedCalendar>> windows, List<NamedCalendar> freezes) {

  /** Any time. */
  public static final StartTimes ALWAYS = new StartTimes(List.of(), List.of());

  /** Tried in this order: most answers are within days. */
  private static final List<Duration> HORIZONS =
      List.of(Duration.ofDays(9), Duration.ofDays(70), Duration.ofDays(400));

  public StartTimes {
    windows = windows.stream().map(List::copyOf).toList();
    freezes = List.copyOf(freezes);
  }

  /** Whether it says nothing. */
  public boolean areAlways() {
    return windows.isEmpty() && freezes.isEmpty();
  }

  /** The times in a span at which something may be under way, none beyond the span. */
  public Spans within(Span span) {
    Spans allowed = Spans.of(List.of(span));
    for (List<NamedCalendar> window : windows) {
      allowed = allowed.and(union(window, span));
    }
    return allowed.without(union(freezes, span));
  }

  private static Spans union(Collection<NamedCalendar> calendars, Span span) {
    return Spans.of(
        calendars.stream().flatMap(calendar -> calendar.within(span).all().stream()).toList());
  }

  public boolean allow(Instant instant) {
    return allow(instant, Duration.ofSeconds(1));
  }

  /** Whether all of something may be done that begins then. */
  public boolean allow(Instant start, Duration length) {
    Duration atLeast = length.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : length;
    return within(new Span(start, start.plus(atLeast)))
        .at(start)
        .filter(span -> span.holds(start, atLeast))
        .isPresent();
  }

  /**
   * The first start, not before an instant, at which all of something may be done; empty if there
   * is none for a year.
   */
  public Optional<Instant> next(Instant earliest, Duration length) {
    return HORIZONS.stream()
        .map(horizon -> new Span(earliest, earliest.plus(horizon).plus(length)))
        .flatMap(span -> within(span).firstFit(earliest, length).stream())
        .findFirst();
  }

  /**
   * Until when it's allowed from an instant on, where it is; empty if that's for a year or more.
   */
  public Optional<Instant> endOf(Instant instant) {
    return change(instant, within(horizon(instant)));
  }

  /** When it's allowed next, where it isn't; empty if that isn't for a year. */
  public Optional<Instant> beginAfter(Instant instant) {
    return next(instant, Duration.ofSeconds(1));
  }

  private static Span horizon(Instant instant) {
    return new Span(instant, instant.plus(HORIZONS.get(HORIZONS.size() - 1)));
  }

  private static Optional<Instant> change(Instant instant, Spans allowed) {
    return allowed.at(instant).map(Span::to).filter(end -> end.isBefore(horizon(instant).to()));
  }
}
