package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.support.LogContext;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelReadsTest {

  @Test
  void bothRunAtTheSameTime() {
    CyclicBarrier together = new CyclicBarrier(2);
    assertThat(
            ParallelReads.both(
                () -> meets(together, "one"), () -> meets(together, "other"), String::concat))
        .isEqualTo("oneother");
  }

  @Test
  void theyMayBeNestedDeeperThanThereAreThreads() {
    assertThat(sum(10)).isEqualTo(1024);
  }

  private static int sum(int depth) {
    return depth == 0
        ? 1
        : ParallelReads.both(() -> sum(depth - 1), () -> sum(depth - 1), Integer::sum);
  }

  @Test
  void whatAReadThrowsIsThrownAsItIs() {
    IllegalStateException failure = new IllegalStateException("no answer");
    assertThatThrownBy(() -> ParallelReads.both(() -> 1, () -> fails(failure), Integer::sum))
        .isSameAs(failure);
    assertThatThrownBy(() -> ParallelReads.both(() -> fails(failure), () -> 1, Integer::sum))
        .isSameAs(failure);
  }

  @Test
  void theTrailGoesAlong() {
    try (LogContext trail = LogContext.activity("a-1")) {
      assertThat(ParallelReads.both(LogContext::reference, LogContext::reference, String::concat))
          .isEqualTo("a-1a-1");
    }
  }

  private static int fails(RuntimeException failure) {
    throw failure;
  }

  private static String meets(CyclicBarrier together, String result) {
    try {
      together.await(30, TimeUnit.SECONDS);
      return result;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
