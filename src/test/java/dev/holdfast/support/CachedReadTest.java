package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CachedReadTest {

  private static final Duration AGE = Duration.ofSeconds(15);

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void manyWhoAskReadOnceWithinTheAge() {
    CachedRead<Integer> cached = cached(reads::incrementAndGet, Runnable::run);

    assertThat(List.of(cached.get(), cached.get())).allMatch(value -> value.get() == 1);
    clock.advance(AGE.minusMillis(1));
    assertThat(cached.get()).contains(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(cached.get()).contains(2);
  }

  @Test
  void whatCantBeReadIsntKnownAndTheOldValueIsNotGiven() {
    CachedRead<Integer> cached =
        cached(
            () -> {
              if (reads.incrementAndGet() == 2) {
                throw new IllegalStateException("the database is away");
              }
              return reads.get();
            },
            Runnable::run);

    assertThat(cached.get()).contains(1);
    clock.advance(AGE);
    assertThat(cached.get()).isEmpty();
    assertThat(cached.get()).isEmpty();
    assertThat(reads).hasValue(2);
    clock.advance(AGE);
    assertThat(cached.get()).contains(3);
  }

  @Test
  void aReadThatDoesNotEndIsNotBegunTwice() {
    List<Runnable> hanging = new ArrayList<>();
    CachedRead<Integer> cached = cached(reads::incrementAndGet, hanging::add);

    assertThat(cached.get()).isEmpty();
    clock.advance(AGE);
    assertThat(cached.get()).isEmpty();
    assertThat(hanging).hasSize(1);

    hanging.remove(0).run();
    clock.advance(AGE);
    assertThat(cached.get()).as("what was read meanwhile may be old").isEmpty();
    clock.advance(AGE);
    cached.get();
    assertThat(hanging).hasSize(1);
  }

  private CachedRead<Integer> cached(Supplier<Integer> source, Executor executor) {
    return new CachedRead<>(source, AGE, Duration.ofMillis(1), executor, clock);
  }
}
