package dev.holdfast.teams.auth;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts who was turned away, in {@code holdfast.teams.refused} by cause, and logs each cause once
 * an hour: an endpoint on the open internet is knocked at all day.
 */
public final class RejectionMetrics {

  static final Duration QUIET = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(RejectionMetrics.class);

  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<RejectionReason, Instant> logged = new EnumMap<>(RejectionReason.class);

  public RejectionMetrics(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * @param from the caller's address, for the log
   */
  public void count(RejectionReason cause, String from) {
    meters.counter("holdfast.teams.refused", "cause", cause.tag()).increment();
    if (isDue(cause)) {
      log.warn(
          "Turned away a call from {}: {}. Further ones are counted in holdfast.teams.refused and"
              + " logged again in an hour",
          from,
          cause.words());
    }
  }

  private synchronized boolean isDue(RejectionReason cause) {
    Instant now = clock.instant();
    Instant last = logged.get(cause);
    if (last != null && now.isBefore(last.plus(QUIET))) {
      return false;
    }
    logged.put(cause, now);
    return true;
  }
}
