package dev.holdfast.operation.start;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How starts are planned.
 *
 * @param grace how long after its planned start a request may still start, where the form doesn't
 *     say anything else
 * @param longestGrace the longest such time that a form or an order may ask for; never shorter than
 *     {@code grace}
 * @param farthest how far ahead a start may be
 */
@Validated
@ConfigurationProperties("holdfast.start")
record PlannedStartProperties(
    @DefaultValue("1h") @DurationMin(minutes = 5) @DurationMax(days = 7) Duration grace,
    @DefaultValue("12h") @DurationMin(minutes = 5) @DurationMax(days = 7) Duration longestGrace,
    @DefaultValue("30d") @DurationMin(hours = 1) @DurationMax(days = 366) Duration farthest) {

  /** The checks before a start take a while. */
  static final Duration SHORTEST_GRACE = Duration.ofMinutes(5);

  /** The longest time that may be asked for. */
  Duration mostGrace() {
    return longestGrace.compareTo(grace) < 0 ? grace : longestGrace;
  }

  boolean allows(Duration wanted) {
    return wanted.compareTo(SHORTEST_GRACE) >= 0 && wanted.compareTo(mostGrace()) <= 0;
  }
}
