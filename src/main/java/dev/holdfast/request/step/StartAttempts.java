package dev.holdfast.request.step;

import java.time.Instant;

/**
 * The calls of one start whose fate is open.
 *
 * @param since when the intent to make the first was committed
 * @param made how often it was called
 * @param shownNothing how often since the last call the service was read to show nothing of it
 */
public record StartAttempts(Instant since, int made, int shownNothing) {

  public static StartAttempts first(Instant now) {
    return new StartAttempts(now, 1, 0);
  }

  StartAttempts again() {
    return new StartAttempts(since, made + 1, 0);
  }

  StartAttempts nothingShown() {
    return new StartAttempts(since, made, shownNothing + 1);
  }
}
