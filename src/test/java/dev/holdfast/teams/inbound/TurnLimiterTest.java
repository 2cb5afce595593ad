package dev.holdfast.teams.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.DeferredResult;

class TurnLimiterTest {

  private static final int AT_ONCE = 2;
  private static final int WAITING = 3;

  private final AtomicLong nanoTime = new AtomicLong();
  private final TurnLimiter limiter = new TurnLimiter(AT_ONCE, WAITING, false, nanoTime::get);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void close() {
    end.countDown();
    limiter.close();
  }

  @Test
  void runsATurnOnTheCallersThreadWhileThereIsAPlace() {
    assertThat(limiter.run(() -> Thread.currentThread().getName(), () -> "busy"))
        .isEqualTo(Thread.currentThread().getName());
  }

  @Test
  void withVirtualThreadsEveryTurnHasAThreadOfThePool() {
    try (TurnLimiter handing = new TurnLimiter(AT_ONCE, WAITING, true, nanoTime::get)) {
      DeferredResult<?> later =
          (DeferredResult<?>) handing.run(() -> Thread.currentThread().getName(), () -> "busy");

      await().until(later::hasResult);
      assertThat(later.getResult()).asString().startsWith("turn-");
    }
  }

  @Test
  void aTurnWithoutAPlaceIsRunWhenOneIsFree() {
    occupy();
    List<DeferredResult<?>> later = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      later.add((DeferredResult<?>) limiter.run(this::turn, () -> "busy"));
    }

    end.countDown();

    await().until(() -> later.stream().allMatch(DeferredResult::hasResult));
    assertThat(later).extracting(DeferredResult::getResult).containsOnly("done");
    assertThat(most).hasValue(AT_ONCE);
  }

  @Test
  void oneTooManyIsToldAtOnce() {
    occupy();
    // Both threads hold a turn that waits for its place, and the queue is full.
    for (int i = 0; i < AT_ONCE + WAITING; i++) {
      limiter.run(this::turn, () -> "busy");
    }
    await().until(() -> limiter.waiting() == WAITING);

    assertThat(limiter.run(this::turn, () -> "busy")).isEqualTo("busy");
  }

  @Test
  void aTurnThatHasWaitedTooLongIsNotRun() {
    occupy();
    DeferredResult<?> later = (DeferredResult<?>) limiter.run(this::turn, () -> "busy");
    nanoTime.addAndGet(TurnLimiter.PATIENCE.plus(Duration.ofMillis(1)).toNanos());

    end.countDown();

    await().until(later::hasResult);
    assertThat(later.getResult()).isEqualTo("busy");
  }

  @Test
  void aTurnThatFailsGivesItsPlaceBack() {
    for (int i = 0; i < AT_ONCE + 1; i++) {
      assertThatThrownBy(() -> limiter.run(TurnLimiterTest::fail, () -> "busy"))
          .hasMessage("of the turn");
    }

    assertThat(limiter.run(() -> "done", () -> "busy")).isEqualTo("done");
  }

  private void occupy() {
    for (int i = 0; i < AT_ONCE; i++) {
      new Thread(() -> limiter.run(this::turn, () -> "busy")).start();
    }
    await().until(() -> running.get() == AT_ONCE);
  }

  private String turn() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      end.await();
      return "done";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      running.decrementAndGet();
    }
  }

  private static String fail() {
    throw new IllegalStateException("of the turn");
  }
}
