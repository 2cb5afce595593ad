package dev.holdfast.request.step;

import java.time.Duration;
import java.time.Instant;

/**
 * The service is asked and does not answer. Only time in which Holdfast was there to ask counts: a
 * laptop that slept, or a Holdfast that stood still overnight, does not make the service silent.
 *
 * @param since the first look without an answer
 * @param lastAt the newest of them
 */
public record UnresponsivePeriod(Instant since, Instant lastAt) {

  /**
   * One more look without an answer.
   *
   * @param away a pause between two looks that is longer was Holdfast's own
   */
  public UnresponsivePeriod extend(Instant now, Duration away) {
    return Duration.between(lastAt, now).compareTo(away) > 0
        ? new UnresponsivePeriod(now, now)
        : new UnresponsivePeriod(since, now);
  }

  /** How long it has lasted, up to the newest look. */
  public Duration duration() {
    return Duration.between(since, lastAt);
  }
}
