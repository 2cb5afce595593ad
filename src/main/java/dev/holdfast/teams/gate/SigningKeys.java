package dev.holdfast.teams.gate;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cloud's keys, kept. They are read again behind the callers' backs once they are {@link
 * #AHEAD} old, and at once for a key id that is not among them, but never more often than once in
 * {@link #PAUSE}: whoever makes up key ids must not make us knock at Microsoft's door. While the
 * directory is down the known keys go on serving until they are {@link #OLDEST} old.
 *
 * <p>Memory is enough: a restart reads them anew, and each replica has its own.
 */
final class SigningKeys {

  /** The Bot Framework asks to read its keys again at least once a day. */
  static final Duration AHEAD = Duration.ofHours(12);

  static final Duration PAUSE = Duration.ofMinutes(1);
  static final Duration OLDEST = Duration.ofDays(5);

  /** How many callers may wait for the directory at once; the others are turned away. */
  private static final int WAITING = 16;

  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

  private record Keyring(Map<String, SigningKey> keys, Instant readAt) {}

  private final KeyDirectory directory;
  private final Clock clock;
  private final Executor behind;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Keyring keyring = new Keyring(Map.of(), Instant.EPOCH);
  private volatile Instant lastTry = Instant.EPOCH;

  /**
   * @param behind runs the reading behind the callers' backs
   */
  SigningKeys(KeyDirectory directory, Clock clock, Executor behind) {
    this.directory = directory;
    this.clock = clock;
    this.behind = behind;
  }

  /** The key of this id; empty when the cloud publishes none, or cannot be asked. */
  Optional<SigningKey> find(String id) {
    Keyring known = keyring;
    if (!serves(known) || !known.keys().containsKey(id)) {
      readAgain(known);
      return serves(keyring) ? Optional.ofNullable(keyring.keys().get(id)) : Optional.empty();
    }
    if (age(known).compareTo(AHEAD) >= 0 && mayTry()) {
      behind.execute(() -> readAgain(known));
    }
    return Optional.of(known.keys().get(id));
  }

  private void readAgain(Keyring seen) {
    if (!mayTry() && !reading.isLocked() || reading.getQueueLength() >= WAITING) {
      return;
    }
    reading.lock();
    try {
      if (keyring == seen && mayTry()) {
        lastTry = clock.instant();
        keyring = new Keyring(directory.read(), clock.instant());
      }
    } catch (IOException e) {
      log.warn(
          "The keys of the Bot Framework cannot be read; those of {} go on serving: {}",
          seen.readAt(),
          e.getMessage());
    } finally {
      reading.unlock();
    }
  }

  private boolean mayTry() {
    return !clock.instant().isBefore(lastTry.plus(PAUSE));
  }

  private boolean serves(Keyring known) {
    return age(known).compareTo(OLDEST) < 0;
  }

  private Duration age(Keyring known) {
    return Duration.between(known.readAt(), clock.instant());
  }
}
