package dev.holdfast.request;

import java.time.Instant;

/**
 * The calls of one start whose fate is open.
 *
 * @param since when the intent to make the first was committed
 * @param made how often it was called
 * @param shownNothing how often since the last call the service was read to show nothing of it
 */
public record Calls(Instant since, int made, int shownNothing) {

  static Calls first(Instant now) {
    return new Calls(now, 1, 0);
  }

  Calls again() {
    return new Calls(since, made + 1, 0);
  }

  Calls nothingShown() {
    return new Calls(since, made, shownNothing + 1);
  }
}
