package dev.holdfast.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Keeps a slow endpoint from holding the threads of all durable work, and leaves one alone for a
 * while that is in trouble. Each replica knows that for itself; what waits is in the database.
 */
@Component
class EndpointGate {

  /** Of an endpoint, and of all. */
  private static final int MOST_AT_ONCE = 2;

  private static final int MOST_OF_ALL = 6;
  private static final Duration FULL = Duration.ofSeconds(1);

  private final Clock clock;
  private final Semaphore all = new Semaphore(MOST_OF_ALL);
  private final Map<String, Semaphore> calls = new ConcurrentHashMap<>();
  private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

  EndpointGate(Clock clock) {
    this.clock = clock;
  }

  /** How long an event for the endpoint has to wait; empty if it may go, and then leaves later. */
  Optional<Duration> enter(String endpoint) {
    Duration pause =
        Duration.between(clock.instant(), notBefore.getOrDefault(endpoint, Instant.EPOCH));
    if (!pause.isNegative() && !pause.isZero()) {
      return Optional.of(pause);
    }
    if (!all.tryAcquire()) {
      return Optional.of(FULL);
    }
    if (!calls(endpoint).tryAcquire()) {
      all.release();
      return Optional.of(FULL);
    }
    return Optional.empty();
  }

  void leave(String endpoint) {
    calls(endpoint).release();
    all.release();
  }

  void close(String endpoint, Duration pause) {
    notBefore.put(endpoint, clock.instant().plus(pause));
  }

  private Semaphore calls(String endpoint) {
    return calls.computeIfAbsent(endpoint, name -> new Semaphore(MOST_AT_ONCE));
  }
}
