package dev.holdfast.teams.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/**
 * The cloud's keys, cached by Nimbus: callers wait for the first reading, a failed reading is tried
 * again at once, keys are renewed in the background from {@link #AHEAD} on, and an unknown key ID
 * makes Holdfast read again at most twice in {@link #PAUSE}.
 *
 * <p>The cache keeps keys for {@link #OLDEST}, so they outlast an outage of the directory. The
 * library's own tolerance of outages isn't used: it takes the old keys for new ones and stops
 * trying for the whole lifetime of the cache.
 *
 * <p>Memory is enough: a restart reads them again, and each replica has its own.
 */
final class SigningKeyCache implements AutoCloseable {

  /** The Bot Framework asks bots to read its keys at least once a day. */
  static final Duration AHEAD = Duration.ofHours(12);

  static final Duration PAUSE = Duration.ofSeconds(10);
  static final Duration OLDEST = Duration.ofDays(5);

  /** How long a caller waits for a reading that another one began; Teams itself waits longer. */
  private static final Duration WAIT = Duration.ofSeconds(5);

  /**
   * Callers with an unknown key that may wait at once for the keys to be read again; any others
   * would take the web server's threads. For the first reading all wait: without keys, there is
   * nothing else to do.
   */
  static final int MOST_WAITING = 20;

  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final LastReading last;
  private final JWKSetSource<SecurityContext> source;
  private final Clock clock;

  /**
   * @param background renews the keys before they are too old; {@link #close} ends it
   */
  SigningKeyCache(SigningKeySource directory, Clock clock, ExecutorService background) {
    this.clock = clock;
    this.last = new LastReading(directory, clock);
    this.source =
        ((JWKSetBasedJWKSource<SecurityContext>)
                JWKSourceBuilder.<SecurityContext>create(last)
                    .cache(OLDEST.toMillis(), WAIT.toMillis())
                    .refreshAheadCache(
                        OLDEST.minus(AHEAD).toMillis(), null, background, true, null, false)
                    .rateLimited(PAUSE.toMillis())
                    .retrying(true)
                    .build())
            .getJWKSetSource();
  }

  /**
   * The key with this ID; empty when the cloud doesn't publish it.
   *
   * @throws KeySourceException when that can't be told now
   */
  Optional<SigningKey> find(String id) throws KeySourceException {
    PublishedKeys keys = keys(JWKSetCacheRefreshEvaluator.noRefresh());
    Optional<SigningKey> key = keys.find(id);
    return key.isPresent() ? key : findAfterReadingAgain(keys, id);
  }

  private Optional<SigningKey> findAfterReadingAgain(PublishedKeys seen, String id)
      throws KeySourceException {
    if (!places.tryAcquire()) {
      throw new KeySourceException("Too many callers wait for the keys already");
    }
    try {
      return readAgain(seen).find(id);
    } finally {
      places.release();
    }
  }

  private PublishedKeys readAgain(PublishedKeys seen) throws KeySourceException {
    try {
      return keys(JWKSetCacheRefreshEvaluator.referenceComparison(seen));
    } catch (RateLimitReachedException e) {
      if (last.within(PAUSE)) {
        return seen;
      }
      throw e;
    }
  }

  private PublishedKeys keys(JWKSetCacheRefreshEvaluator refresh) throws KeySourceException {
    JWKSet keys = source.getJWKSet(refresh, clock.millis(), null);
    return (PublishedKeys) keys;
  }

  /** The channels that a key stands for, as far as known; reads nothing. */
  Set<String> endorsements(String id) {
    return last.keys()
        .flatMap(keys -> keys.find(id))
        .map(SigningKey::endorsements)
        .orElse(Set.of());
  }

  /** Reads the keys if there are none, or if it's time to renew them. */
  void keep() throws KeySourceException {
    keys(JWKSetCacheRefreshEvaluator.noRefresh());
  }

  /** Whether tokens can be checked with the keys at hand; reads nothing. */
  boolean serve() {
    return last.within(OLDEST);
  }

  /** When the keys at hand were read; empty before the first successful reading. */
  Optional<Instant> readAt() {
    return last.at();
  }

  @Override
  public void close() throws java.io.IOException {
    source.close();
  }
}
