package dev.holdfast.environment;

import dev.holdfast.support.tracing.Traces;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Makes independent reads of the admin API at the same time. */
public final class ParallelReads {

  /** At the same time, beside the threads that ask for them. */
  private static final int MOST = 32;

  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          MOST,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "reads");
            thread.setDaemon(true);
            return thread;
          });

  private ParallelReads() {}

  /**
   * Makes two reads, the first on this thread. Where all other threads are busy, one comes after
   * the other.
   *
   * @throws RuntimeException what the first read throws, or else the second
   */
  public static <A, B, R> R both(
      Supplier<A> first, Supplier<B> second, BiFunction<A, B, R> result) {
    CompletableFuture<B> other = elsewhere(second);
    A one = first.get();
    try {
      return result.apply(one, other.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static <B> CompletableFuture<B> elsewhere(Supplier<B> read) {
    Map<String, String> trail = MDC.getCopyOfContextMap();
    try {
      return CompletableFuture.supplyAsync(Traces.carried(() -> inTrail(trail, read)), THREADS);
    } catch (RejectedExecutionException allBusy) {
      return CompletableFuture.completedFuture(null).thenApply(nothing -> read.get());
    }
  }

  /** What the thread logs belongs to what the asking thread deals with. */
  private static <B> B inTrail(@Nullable Map<String, String> trail, Supplier<B> read) {
    if (trail != null) {
      MDC.setContextMap(trail);
    }
    try {
      return read.get();
    } finally {
      MDC.clear();
    }
  }
}
