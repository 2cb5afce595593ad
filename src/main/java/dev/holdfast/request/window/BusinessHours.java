package dev.holdfast.request.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The hours of a week in which people work. A duration in business time passes only then, second by
 * second, whatever clocks do: a day on which they are set forward at night is as long as any other,
 * and one on which they are set within these hours is an hour shorter or longer.
 *
 * @param days at least one
 * @param from when each of these days begins
 * @param to when it ends, on the same day
 */
public record BusinessHours(List<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  /**
   * @throws IllegalArgumentException if no time would ever pass
   */
  public BusinessHours {
    days = days.stream().distinct().sorted().toList();
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException("There are no business hours.");
    }
  }

  /** The instant at which so much business time has passed. */
  public Instant plus(Instant start, Duration time) {
    Duration left = time;
    Instant at = start;
    LocalDate day = start.atZone(zone).toLocalDate();
    while (left.compareTo(Duration.ZERO) > 0) {
      Instant begin = later(at, begin(day));
      Duration open = days.contains(day.getDayOfWeek()) ? span(begin, end(day)) : Duration.ZERO;
      if (open.compareTo(left) >= 0) {
        return begin.plus(left);
      }
      left = left.minus(open);
      day = day.plusDays(1);
      at = later(at, begin(day));
    }
    return at;
  }

  /** How much business time passes from one instant to another. */
  public Duration between(Instant start, Instant end) {
    if (!end.isAfter(start)) {
      return Duration.ZERO;
    }
    return start
        .atZone(zone)
        .toLocalDate()
        .datesUntil(end.atZone(zone).toLocalDate().plusDays(1))
        .filter(day -> days.contains(day.getDayOfWeek()))
        .map(day -> span(later(start, begin(day)), earlier(end, end(day))))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Instant begin(LocalDate day) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  private Instant end(LocalDate day) {
    return day.atTime(to).atZone(zone).toInstant();
  }

  private static Duration span(Instant begin, Instant end) {
    return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
