package dev.holdfast.request;

import java.time.Instant;

/**
 * The calls of one start whose fate is open.
 *
 * @param since when the intent to make the first was committed
 * @param made how often it was called
 * @param shownNothing how often since the last call the service was read to show nothing of it
 */
public record Tries(Instant since, int made, int shownNothing) {

  static Tries first(Instant now) {
    return new Tries(now, 1, 0);
  }

  Tries again() {
    return new Tries(since, made + 1, 0);
  }

  Tries nothingShown() {
    return new Tries(since, made, shownNothing + 1);
  }
}
