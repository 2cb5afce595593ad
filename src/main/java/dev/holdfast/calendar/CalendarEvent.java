package dev.holdfast.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that is once, or again and again. Its times are local ones. One that clocks skip counts
 * as if they hadn't been set forward yet, so it's later by what they skip; of one that they show
 * twice the first counts (RFC 5545, DATE-TIME). So no time is lost, and none is there twice.
 *
 * @param start the first time
 * @param length of each
 * @param recurrence empty for what is only once
 * @param except times that it leaves out
 */
public record CalendarEvent(
    LocalDateTime start,
    ZoneId zone,
    EventLength length,
    Optional<String> recurrence,
    Set<LocalDateTime> except) {

  public CalendarEvent {
    except = Collections.unmodifiableSortedSet(new TreeSet<>(except));
  }

  /**
   * @param rule empty for what is only once
   */
  public static CalendarEvent of(
      LocalDateTime start,
      ZoneId zone,
      EventLength length,
      Optional<String> rule,
      Set<LocalDateTime> except)
      throws CalendarFormatException {
    if (rule.isPresent()) {
      Recurrence.of(rule.get(), start, zone);
    }
    return new CalendarEvent(start, zone, length, rule, except);
  }

  /** The same without some more of its times. */
  CalendarEvent without(Collection<LocalDateTime> more) {
    Set<LocalDateTime> all = new TreeSet<>(except);
    all.addAll(more);
    return new CalendarEvent(start, zone, length, recurrence, all);
  }

  /** Each time that is in a span, or partly so, whole. */
  List<Span> within(Span span) {
    // A day more on both sides, as no zone is farther from UTC, and no clock is set by more.
    Iterator<LocalDateTime> times = times(utc(span.from().minus(length.most())).minusDays(1));
    LocalDateTime last = utc(span.to()).plusDays(1);
    List<Span> found = new ArrayList<>();
    while (times.hasNext()) {
      LocalDateTime time = times.next();
      if (time.isAfter(last)) {
        break;
      }
      Span one = span(time);
      if (one.meets(span) && !except.contains(time)) {
        found.add(one);
      }
    }
    return found;
  }

  private Span span(LocalDateTime time) {
    return new Span(time.atZone(zone).toInstant(), length.end(time.atZone(zone)));
  }

  private Iterator<LocalDateTime> times(LocalDateTime earliest) {
    return recurrence
        .map(rule -> new Recurrence(rule, start, zone).from(earliest))
        .orElseGet(() -> List.of(start).iterator());
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** In words for an operator. */
  @Override
  public String toString() {
    return "%s%s %s for %s%s"
        .formatted(
            recurrence.map(rule -> rule + " from ").orElse(""),
            start,
            zone,
            length,
            except.isEmpty() ? "" : " without " + except);
  }
}
