package dev.holdfast.teams.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds back a conversation or a sender that sends far more than people do. Each replica counts for
 * itself, which is enough to keep it alive.
 */
public final class InboundRateLimiter {

  private static final int KNOWN = 50_000;
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  private final Cache<String, Bucket> conversations = cache();
  private final Cache<String, Bucket> senders = cache();
  private final Cache<String, Bucket> searchers = cache();
  private final int perConversation;
  private final int perSender;
  private final int searchesPerSender;
  private final TimeMeter time;

  /**
   * @param perConversation how many activities a minute one conversation may send
   * @param perSender how many activities a minute one person may send
   * @param searchesPerSender how many searches for choices a minute one person may make
   * @param nanoTime as {@link System#nanoTime}
   */
  public InboundRateLimiter(
      int perConversation, int perSender, int searchesPerSender, LongSupplier nanoTime) {
    this.perConversation = perConversation;
    this.perSender = perSender;
    this.searchesPerSender = searchesPerSender;
    this.time = new NanoClock(nanoTime);
  }

  /** Whether one more may pass now. */
  public boolean lets(String conversation, String sender) {
    return of(senders, sender, perSender).tryConsume(1)
        && of(conversations, conversation, perConversation).tryConsume(1);
  }

  /** Whether a search that Teams makes while somebody types may pass now; counted apart. */
  public boolean letsSearch(String sender) {
    return of(searchers, sender, searchesPerSender).tryConsume(1);
  }

  private Bucket of(Cache<String, Bucket> cache, String key, int perMinute) {
    return cache.get(
        key,
        unseen ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build());
  }

  private static Cache<String, Bucket> cache() {
    return Caffeine.newBuilder().maximumSize(KNOWN).expireAfterAccess(FORGOTTEN).build();
  }
}
