package dev.holdfast.vocabulary;

import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps each unknown word when it's met, and at most once a minute from then on: an operation is
 * looked at often, and says the same for hours. Words beyond a limit are only counted by the
 * metric, so that an answer that is odd as a whole can't fill the table.
 */
@Component
class UnknownWordRecorder implements UnknownWordListener {

  private static final Logger log = LoggerFactory.getLogger(UnknownWordRecorder.class);

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 1_000;
  private static final int LONGEST_PLACE = 200;

  private record Key(String place, String value) {}

  /**
   * @param uncounted how often it was met since then
   * @param due whether that is to be counted now
   */
  private record Kept(Instant at, long uncounted, boolean due) {

    /** The same when some are counted; others may have been met meanwhile. */
    Kept less(long times) {
      return new Kept(at, Math.max(0, uncounted - times), false);
    }
  }

  private final UnknownWordRepository words;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  UnknownWordRecorder(UnknownWordRepository words, MeterRegistry meters, Clock clock) {
    this.words = words;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void met(String place, String value) {
    meters.counter("holdfast.adminapi.unknown", "place", place).increment();
    Key key = new Key(place.substring(0, Math.min(place.length(), LONGEST_PLACE)), value);
    if (!kept.containsKey(key) && kept.size() >= MOST_KEPT) {
      return;
    }
    Instant now = clock.instant();
    Kept counted = kept.compute(key, (same, before) -> next(before, now));
    if (counted.due()) {
      keep(key, counted.uncounted(), now);
    }
  }

  private static Kept next(@Nullable Kept before, Instant now) {
    if (before == null) {
      return new Kept(now, 1, true);
    }
    boolean due = !now.isBefore(before.at().plus(PAUSE));
    return new Kept(due ? now : before.at(), before.uncounted() + 1, due);
  }

  private void keep(Key key, long times, Instant now) {
    try {
      words.add(key.place(), key.value(), now, times);
      kept.computeIfPresent(key, (same, after) -> after.less(times));
    } catch (DataAccessException | TransactionException e) {
      log.warn("The word {} ({}) isn't kept for now: {}", key.value(), key.place(), e.toString());
    }
  }
}
