package dev.holdfast.teams.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What was seen to be stored within the last seconds, so that who says the same again costs no look
 * into the database. Another replica may have stored something else meanwhile: that stands until
 * the seconds are over, so it is for nothing that must be true at once.
 */
final class RecentWriteCache<T> {

  static final Duration KEPT = Duration.ofSeconds(10);

  private static final int MOST = 10_000;

  private final Cache<String, T> stored;

  RecentWriteCache(Clock clock) {
    this.stored =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Whether this was the last that was told of the id. */
  boolean has(String id, T what) {
    return what.equals(stored.getIfPresent(id));
  }

  /** What was told last of the id. */
  Optional<T> of(String id) {
    return Optional.ofNullable(stored.getIfPresent(id));
  }

  void add(String id, T what) {
    stored.put(id, what);
  }

  /** Something of it was changed from elsewhere. */
  void clear() {
    stored.invalidateAll();
  }
}
