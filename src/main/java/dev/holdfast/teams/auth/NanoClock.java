package dev.holdfast.teams.auth;

import io.github.bucket4j.TimeMeter;
import java.util.function.LongSupplier;

/** Nanoseconds for Bucket4j, such that a test can hold the clock. */
public record NanoClock(LongSupplier source) implements TimeMeter {

  @Override
  public long currentTimeNanos() {
    return source.getAsLong();
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
