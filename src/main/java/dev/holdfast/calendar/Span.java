package dev.holdfast.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A time from one instant to another.
 *
 * @param from the first instant
 * @param to the first one after it
 */
public record Span(Instant from, Instant to) {

  /**
   * @throws IllegalArgumentException if it has no length
   */
  public Span {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A span has to end after it begins.");
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** Whether something that begins then has ended by the end of this. */
  public boolean holds(Instant start, Duration length) {
    return contains(start) && !start.plus(length).isAfter(to);
  }

  boolean meets(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
