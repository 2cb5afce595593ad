package dev.holdfast.request.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Optional;

/**
 * When a second group is asked: after a share of the window, or after a time.
 *
 * @param percent of the window; empty where it's a time
 * @param after in business time where there is such; empty where it's a share
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EscalationPoint(Optional<Integer> percent, Optional<Duration> after) {

  public static EscalationPoint share(int percent) {
    return new EscalationPoint(Optional.of(percent), Optional.empty());
  }

  public static EscalationPoint time(Duration after) {
    return new EscalationPoint(Optional.empty(), Optional.of(after));
  }

  /** Such as {@code 75%} or {@code PT4H}. */
  @Override
  public String toString() {
    return percent
        .map(share -> share + "%")
        .orElseGet(() -> after.map(Duration::toString).orElse(""));
  }
}
