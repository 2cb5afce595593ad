package dev.holdfast.api.web;

import dev.holdfast.api.Caller;
import dev.holdfast.api.OnlyWithApi;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Answers calls on threads that may wait for the database, and later where they want to wait. */
@Component
@OnlyWithApi
class CallAnswers {

  private final ApiThreads threads;
  private final Waiters waiters;
  private final VisibleRequests lookup;

  CallAnswers(ApiThreads threads, Waiters waiters, VisibleRequests lookup) {
    this.threads = threads;
    this.waiters = waiters;
    this.lookup = lookup;
  }

  CompletableFuture<Object> run(Supplier<Object> call) {
    return threads.run(call);
  }

  /**
   * Answers once the state is another one than the caller knows, or the time is over.
   *
   * @param known empty where the caller knows none
   */
  DeferredResult<Object> later(String id, Caller by, String known, Duration time) {
    DeferredResult<Object> answer = new DeferredResult<>(WaitTime.LONGEST.toMillis() * 2);
    threads
        .run(() -> begin(id, by, known, time, answer))
        .exceptionally(
            failure -> {
              answer.setErrorResult(failure.getCause() == null ? failure : failure.getCause());
              return false;
            });
    return answer;
  }

  private boolean begin(
      String id, Caller by, String known, Duration time, DeferredResult<Object> answer) {
    VisibleRequests.Found found = lookup.find(id, by);
    String seen = known.isEmpty() ? found.state() : known;
    if (found.isClosed() || !found.state().equals(seen)) {
      return answer.setResult(found.resource());
    }
    waiters.add(
        new Waiters.Wait(found.key(), found.isOrder(), seen, by),
        time,
        answer,
        () -> lookup.find(id, by).resource());
    return true;
  }
}
