package dev.holdfast.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A span of time.
 *
 * @param from the first instant in it
 * @param to the first instant after it
 */
public record TimeRange(Instant from, Instant to) {

  /** Longer than any record, and within what the databases can store. */
  public static final TimeRange ALWAYS =
      new TimeRange(Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

  OffsetDateTime fromUtc() {
    return from.atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime toUtc() {
    return to.atOffset(ZoneOffset.UTC);
  }
}
