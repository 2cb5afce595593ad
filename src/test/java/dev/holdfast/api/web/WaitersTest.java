package dev.holdfast.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.api.Caller;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.order.OrderRepository;
import dev.holdfast.request.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.DeferredResult;

/** Calls that wait share one look into the database. */
class WaitersTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final OrderRepository orders = mock(OrderRepository.class);
  private final ApiThreads threads = new ApiThreads();
  private final Waiters waiters = new Waiters(orders, threads);

  @BeforeEach
  void begin() {
    waiters.start();
  }

  @AfterEach
  void end() {
    waiters.stop();
    threads.close();
  }

  @Test
  void whoWaitsForTheSameIsAnsweredWhenItsStateChanges() {
    List<DeferredResult<Object>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(add("one", "checking", LONG, caller(i)));
    }
    DeferredResult<Object> other = add("two", "checking", LONG, caller(1));
    when(orders.states(anyCollection()))
        .thenReturn(Map.of("one", "AWAITING_APPROVAL", "two", "CHECKING"));
    waiters.look();
    all.forEach(answer -> await().until(answer::hasResult));
    assertThat(other.hasResult()).isFalse();
    assertThat(waiters.count()).isEqualTo(1);
  }

  @Test
  void whoseTimeIsOverIsAnsweredAlsoWhileTheDatabaseIsAway() {
    when(orders.states(anyCollection())).thenThrow(new IllegalStateException("away"));
    DeferredResult<Object> answer = add("one", "checking", Duration.ZERO, caller(1));
    waiters.look();
    await().until(answer::hasResult);
  }

  @Test
  void oneApplicationMayWaitOnlySoOften() {
    for (int i = 0; i < Waiters.MOST_OF_ONE; i++) {
      add("one", "checking", LONG, caller(1));
    }
    assertThatThrownBy(() -> add("one", "checking", LONG, caller(1)))
        .isInstanceOf(ProblemException.class);
    add("one", "checking", LONG, caller(2));
  }

  @Test
  void allAreAnsweredWhenHoldfastStops() {
    DeferredResult<Object> answer = add("one", "checking", LONG, caller(1));
    waiters.stop();
    await().until(answer::hasResult);
    assertThat(waiters.count()).isZero();
  }

  private DeferredResult<Object> add(String id, String seen, Duration time, Caller by) {
    DeferredResult<Object> answer = new DeferredResult<>();
    waiters.add(wait(id, seen, by), time, answer, () -> id);
    return answer;
  }

  private static Waiters.Wait wait(String id, String seen, Caller by) {
    return new Waiters.Wait(id, true, seen, by);
  }

  private static Caller caller(int number) {
    return new Caller(Person.application("00000000-0000-0000-0000-00000000010" + number, "P"));
  }
}
