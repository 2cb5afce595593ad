package dev.holdfast.api.web;

import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.support.tracing.Traces;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The threads that answer calls: few, so that applications leave connections to the database for
 * the chat, and none of the web server's, which must not wait for the database on newer Java.
 */
@Component
@OnlyWithApi
class ApiThreads implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int MOST_WAITING = 200;
  private static final long IDLE_SECONDS = 30;
  private static final long RETRY_AFTER_SECONDS = 5;

  private final ThreadPoolExecutor pool;

  ApiThreads() {
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            new CustomizableThreadFactory("api-"));
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * @throws ProblemException when too many calls wait already
   */
  <T> CompletableFuture<T> run(Supplier<T> call) {
    try {
      return CompletableFuture.supplyAsync(Traces.carried(call), pool);
    } catch (RejectedExecutionException full) {
      throw ProblemException.retryAfter(ProblemType.BUSY, RETRY_AFTER_SECONDS);
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
