package dev.holdfast.teams.inbound;

import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.server.WebServerConfiguration;
import dev.holdfast.teams.settings.TeamsProperties;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Bounds the turns that run at once, because they compete for database connections with each other
 * and with durable work. A turn that finds no place waits without holding a thread of the web
 * server, so that probes are answered meanwhile. A turn that has waited too long isn't run: Teams
 * doesn't wait for it anymore, and is told that Holdfast is busy.
 */
@Component
class TurnLimiter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TurnLimiter.class);

  /** Teams waits for 10 to 15 seconds; the turn itself needs some of it. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  /** Longer than the patience plus any turn. When it ends, Teams has given up already. */
  private static final Duration NEVER_THIS_LONG = Duration.ofMinutes(2);

  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Semaphore places;
  private final ThreadPoolExecutor waiting;
  private final LongSupplier nanoTime;
  private final boolean onOwnThreads;

  @Autowired
  TurnLimiter(TeamsProperties properties) {
    this(
        properties.limits().turnsAtOnce(),
        properties.limits().turnsWaiting(),
        WebServerConfiguration.hasVirtualThreads(),
        System::nanoTime);
  }

  /**
   * @param onOwnThreads whether no turn runs on its caller's thread. The database's driver and pool
   *     hold monitors while they wait, and in virtual threads of Java 21 that can stop all others
   */
  TurnLimiter(int atOnce, int mostWaiting, boolean onOwnThreads, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.onOwnThreads = onOwnThreads;
    this.places = new Semaphore(atOnce, true);
    this.waiting =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(mostWaiting),
            new CustomizableThreadFactory("turn-"));
    this.waiting.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs a turn now, or later if all places are taken.
   *
   * @param busy the answer to a turn that can't be run in time
   * @return the answer, or a {@link DeferredResult} of it, as Spring MVC takes both
   */
  <T> Object run(Supplier<T> turn, Supplier<T> busy) {
    if (!onOwnThreads && waiting.getQueue().isEmpty() && places.tryAcquire()) {
      return runAndRelease(turn);
    }
    long arrived = nanoTime.getAsLong();
    DeferredResult<T> later = new DeferredResult<>(NEVER_THIS_LONG.toMillis());
    try {
      waiting.execute(Traces.carried(() -> runLater(arrived, turn, busy, later)));
      return later;
    } catch (RejectedExecutionException full) {
      LOG.warn(
          "Busy: {} turns wait already. Teams is told to send again.", waiting.getQueue().size());
      return busy.get();
    }
  }

  private <T> void runLater(
      long arrived, Supplier<T> turn, Supplier<T> busy, DeferredResult<T> later) {
    try {
      places.acquireUninterruptibly();
      later.setResult(isTooLate(arrived) ? releaseAnd(busy) : runAndRelease(turn));
    } catch (RuntimeException e) {
      later.setErrorResult(e);
    }
  }

  private <T> T releaseAnd(Supplier<T> busy) {
    places.release();
    LOG.warn(
        "Busy: a turn has waited for {} and isn't run. Teams is told to send again.", PATIENCE);
    return busy.get();
  }

  private <T> T runAndRelease(Supplier<T> turn) {
    try {
      return turn.get();
    } finally {
      places.release();
    }
  }

  private boolean isTooLate(long arrived) {
    return nanoTime.getAsLong() - arrived > PATIENCE.toNanos();
  }

  /** How many turns wait for a place. */
  int waiting() {
    return waiting.getQueue().size();
  }

  @Override
  public void close() {
    waiting.shutdown();
  }
}
