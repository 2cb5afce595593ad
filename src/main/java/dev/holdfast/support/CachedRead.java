package dev.holdfast.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is read at most once within an age, however many ask, and by one thread at a time.
 * What can't be read in time isn't known: nobody gets a value that is older, and what arrives later
 * is thrown away.
 */
public final class CachedRead<T> {

  private static final Logger log = LoggerFactory.getLogger(CachedRead.class);

  /** Metrics are usually collected two to four times a minute. */
  private static final Duration AGE = Duration.ofSeconds(15);

  /** Prometheus waits ten seconds by default for all meters. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Supplier<T> source;
  private final Duration age;
  private final Duration limit;
  private final Executor executor;
  private final Clock clock;

  /** No monitor: a virtual thread that waits in one keeps its carrier. */
  private final Lock asking = new ReentrantLock();

  private Instant until = Instant.MIN;
  private Optional<T> known = Optional.empty();
  private @Nullable CompletableFuture<T> running;
  private boolean failed;

  /**
   * @param age how long a value, and that there is none, holds
   * @param limit how long somebody who asks waits
   */
  public CachedRead(
      Supplier<T> source, Duration age, Duration limit, Executor executor, Clock clock) {
    this.source = source;
    this.age = age;
    this.limit = limit;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * For meters, of which somebody asks for many at once. Each read has a thread of its own, since a
   * database that went away without a word keeps it waiting.
   */
  public static <T> CachedRead<T> ofMeters(Supplier<T> source, Clock clock) {
    return new CachedRead<>(source, AGE, LIMIT, CachedRead::start, clock);
  }

  private static void start(Runnable read) {
    Thread thread = new Thread(read, "metrics");
    thread.setDaemon(true);
    thread.start();
  }

  /** Empty while it can't be read. */
  public Optional<T> get() {
    asking.lock();
    try {
      return renewed();
    } finally {
      asking.unlock();
    }
  }

  private Optional<T> renewed() {
    if (clock.instant().isBefore(until)) {
      return known;
    }
    known = running == null ? read() : Optional.empty();
    if (running != null && running.isDone()) {
      running = null;
    }
    until = clock.instant().plus(age);
    return known;
  }

  private Optional<T> read() {
    CompletableFuture<T> read = CompletableFuture.supplyAsync(source, executor);
    running = read;
    return result(read);
  }

  private Optional<T> result(CompletableFuture<T> read) {
    try {
      Optional<T> value = Optional.of(read.get(limit.toMillis(), TimeUnit.MILLISECONDS));
      failed = false;
      return value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      if (!failed) {
        log.warn(
            "What the database says isn't measured now, which is tried again: {}", e.toString());
      }
      failed = true;
    }
    return Optional.empty();
  }
}
