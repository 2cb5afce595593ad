package dev.holdfast.teams.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentWriteCacheTest {

  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final RecentWriteCache<String> lately = new RecentWriteCache<>(clock);

  @Test
  void forgetsAfterSeconds() {
    lately.add("chat", "here");
    clock.advance(RecentWriteCache.KEPT.minusMillis(1));
    assertThat(lately.has("chat", "here")).isTrue();
    clock.advance(RecentWriteCache.KEPT);
    assertThat(lately.has("chat", "here")).isFalse();
  }

  @Test
  void knowsNothingMoreWhenSomethingWasChanged() {
    lately.add("chat", "here");
    lately.clear();
    assertThat(lately.has("chat", "here")).isFalse();
  }

  @Test
  void knowsOnlyTheLastThatWasTold() {
    lately.add("chat", "here");
    lately.add("chat", "there");
    assertThat(lately.has("chat", "here")).isFalse();
    assertThat(lately.has("chat", "there")).isTrue();
  }
}
