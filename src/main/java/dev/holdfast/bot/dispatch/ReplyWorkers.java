package dev.holdfast.bot.dispatch;

import dev.holdfast.support.tracing.Traces;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads on which replies are given outside of a turn, and a clock for what comes later. */
final class ReplyWorkers {

  private final int all;
  private final Semaphore places;
  private final ExecutorService threads = Executors.newCachedThreadPool(daemons("reply"));
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, daemons("reply-timer"));

  /**
   * @param places how many replies are given at the same time; what comes on top is the scheduler's
   */
  ReplyWorkers(int places) {
    this.all = places;
    this.places = new Semaphore(places);
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Reserves a place, if one is free. */
  boolean reserve() {
    return !threads.isShutdown() && places.tryAcquire();
  }

  /** Gives back a reserved place that isn't needed. */
  void release() {
    places.release();
  }

  /** Whether no attempt runs. */
  boolean isIdle() {
    return places.availablePermits() == all;
  }

  /** Runs an attempt in a reserved place. */
  void run(Runnable attempt) {
    threads.execute(
        Traces.carried(
            () -> {
              try {
                attempt.run();
              } finally {
                release();
              }
            }));
  }

  /** Runs something short now, on another thread. */
  void execute(Runnable task) {
    threads.execute(Traces.carried(task));
  }

  /**
   * Runs something again and again until it is canceled, never twice at the same time; not at all
   * when this has stopped.
   */
  Future<?> repeat(Runnable task, Duration first, Duration pause) {
    if (timer.isShutdown()) {
      return CompletableFuture.completedFuture(null);
    }
    return timer.scheduleWithFixedDelay(
        Traces.carried(task), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Takes no more and waits for what runs.
   *
   * @return whether everything has ended
   */
  boolean stop(Duration patience) {
    timer.shutdownNow();
    threads.shutdown();
    try {
      return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
