package dev.holdfast.execution.guard;

import java.time.Duration;
import java.time.Instant;

/**
 * When the checks before a call began, by two clocks. The wall clock may be set back; the other one
 * stands still while the machine is suspended.
 *
 * @param nanos of {@link System#nanoTime}
 */
public record CheckTime(Instant at, long nanos) {

  /** How long ago that was, by the clock that says more. */
  Duration age(CheckTime now) {
    Duration wall = Duration.between(at, now.at);
    Duration monotonic = Duration.ofNanos(now.nanos - nanos);
    return wall.compareTo(monotonic) > 0 ? wall : monotonic;
  }
}
