package dev.holdfast.entra;

import java.time.Duration;
import java.time.Instant;

/**
 * @param renewFrom when to begin to look for its successor
 */
record AccessToken(String value, Instant expires, Instant renewFrom) {

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration LEAST = Duration.ofMinutes(1);

  /**
   * Renewed at the latest five minutes before it ends, or from half its life on where it lives less
   * than ten.
   *
   * @param hint when Entra ID would like it to be renewed
   */
  static AccessToken got(String value, Instant now, Instant expires, Instant hint) {
    Instant half = now.plus(Duration.between(now, expires).dividedBy(2));
    Instant ahead = expires.minus(AHEAD);
    Instant latest = ahead.isBefore(half) ? half : ahead;
    return new AccessToken(value, expires, hint.isBefore(latest) ? hint : latest);
  }

  boolean fresh(Instant now) {
    return now.isBefore(renewFrom) && usable(now);
  }

  /** Good for at least the next minute. */
  boolean usable(Instant now) {
    return now.plus(LEAST).isBefore(expires);
  }

  @Override
  public String toString() {
    return "Token[until " + expires + "]";
  }
}
