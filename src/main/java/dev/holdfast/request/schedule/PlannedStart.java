package dev.holdfast.request.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * When a request is to start: not before an instant, and for some time after it if something keeps
 * it from starting then. Requests store it.
 *
 * @param grace how long it may still start
 */
public record PlannedStart(Instant notBefore, Duration grace) {

  /**
   * @throws IllegalArgumentException if there is no instant at which it could start
   */
  public PlannedStart {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("It would end before it begins: " + grace);
    }
  }

  /** The last instant at which it may start. */
  public Instant latest() {
    return notBefore.plus(grace);
  }

  public boolean isAhead(Instant now) {
    return now.isBefore(notBefore);
  }

  public boolean isOver(Instant now) {
    return now.isAfter(latest());
  }
}
