package dev.holdfast.environment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How the sentences of rules write instants: ISO 8601 in UTC, to the second. Cards show them in the
 * reader's zone.
 */
public final class InstantText {

  private InstantText() {}

  public static String of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
