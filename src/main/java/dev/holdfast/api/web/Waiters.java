package dev.holdfast.api.web;

import dev.holdfast.api.Caller;
import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.api.order.OrderRepository;
import dev.holdfast.request.RequestId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Calls that wait for another state. None holds a thread, and one look into the database a second
 * is for all of them. When Holdfast stops, they are answered at once.
 */
@Component
@OnlyWithApi
class Waiters implements SmartLifecycle {

  static final int MOST = 500;
  static final int MOST_OF_ONE = 20;

  private static final Logger log = LoggerFactory.getLogger(Waiters.class);
  private static final long RETRY_AFTER_SECONDS = 10;

  private final OrderRepository orders;
  private final ApiThreads threads;
  private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemon());
  private volatile boolean running;

  Waiters(OrderRepository orders, ApiThreads threads) {
    this.orders = orders;
    this.threads = threads;
  }

  private static CustomizableThreadFactory daemon() {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("api-waiters-");
    threads.setDaemon(true);
    return threads;
  }

  /**
   * What a call waits for.
   *
   * @param id of an order, or the number of a request
   * @param seen the state that the caller knows
   */
  record Wait(String id, boolean order, String seen, Caller by) {}

  private record Waiter(
      Wait what, long until, DeferredResult<Object> answer, Supplier<Object> rendered) {

    boolean isOver(Map<String, String> states, long now) {
      return now - until >= 0 || !what.seen().equals(states.getOrDefault(what.id(), what.seen()));
    }
  }

  /**
   * @param answer how the call is answered
   * @param rendered makes the answer, with what is true then
   * @throws ProblemException when too many wait already
   */
  void add(Wait what, Duration time, DeferredResult<Object> answer, Supplier<Object> rendered) {
    long own = waiting.stream().filter(one -> one.what().by().equals(what.by())).count();
    if (waiting.size() >= MOST || own >= MOST_OF_ONE) {
      throw ProblemException.retryAfter(ProblemType.TOO_MANY_WAITING, RETRY_AFTER_SECONDS);
    }
    Waiter waiter = new Waiter(what, System.nanoTime() + time.toNanos(), answer, rendered);
    waiting.add(waiter);
    answer.onCompletion(() -> waiting.remove(waiter));
    if (!running) {
      answer(waiter);
    }
  }

  /** How many wait. */
  int count() {
    return waiting.size();
  }

  void look() {
    if (waiting.isEmpty()) {
      return;
    }
    Map<String, String> states = new HashMap<>();
    try {
      states.putAll(states());
    } catch (RuntimeException e) {
      log.info("The states of requests couldn't be read: {}", e.getMessage());
    }
    long now = System.nanoTime();
    waiting.stream().filter(waiter -> waiter.isOver(states, now)).forEach(this::answer);
  }

  private Map<String, String> states() {
    Map<String, String> states = new HashMap<>();
    Set<RequestId> numbers =
        waiting.stream()
            .filter(one -> !one.what().order())
            .flatMap(one -> RequestId.parse(one.what().id()).stream())
            .collect(Collectors.toSet());
    if (!numbers.isEmpty()) {
      orders
          .requestStates(numbers)
          .forEach((id, state) -> states.put(id.toString(), StateName.of(state.name())));
    }
    List<String> ids =
        waiting.stream()
            .filter(one -> one.what().order())
            .map(one -> one.what().id())
            .distinct()
            .toList();
    if (!ids.isEmpty()) {
      orders.states(ids).forEach((id, state) -> states.put(id, StateName.of(state)));
    }
    return states;
  }

  private void answer(Waiter waiter) {
    if (!waiting.remove(waiter)) {
      return;
    }
    try {
      threads
          .run(waiter.rendered())
          .whenComplete(
              (result, failure) -> {
                if (failure == null) {
                  waiter.answer().setResult(result);
                } else {
                  waiter
                      .answer()
                      .setErrorResult(Optional.ofNullable(failure.getCause()).orElse(failure));
                }
              });
    } catch (ProblemException busy) {
      waiter.answer().setErrorResult(busy);
    }
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdown();
    waiting.forEach(this::answer);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
