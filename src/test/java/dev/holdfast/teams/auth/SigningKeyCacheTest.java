package dev.holdfast.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.HeldExecutor;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SigningKeyCacheTest {

  private static final RSAKey KEY = FakeBotFramework.key("any");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final TestKeys directory = new TestKeys();
  private final HeldExecutor background = new HeldExecutor();
  private final SigningKeyCache keys = new SigningKeyCache(directory, clock, background);

  @Test
  void areReadOnceForManyCalls() throws KeySourceException {
    publish("a");
    assertThat(keys.find("a")).isPresent();
    assertThat(keys.find("a")).isPresent();
    assertThat(directory.reads()).isEqualTo(1);
  }

  @Test
  void areReadAgainAtOnceForAnUnknownId() throws KeySourceException {
    publish("a");
    keys.find("a");
    publish("b");
    assertThat(keys.find("b")).isPresent();
    assertThat(directory.reads()).isEqualTo(2);
  }

  @Test
  void areReadAtMostTwiceInAPauseHoweverManyIdsSomebodyMakesUp() throws KeySourceException {
    publish("a");
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("made up " + i)).isEmpty();
    }
    assertThat(directory.reads()).isEqualTo(2);
    clock.advance(SigningKeyCache.PAUSE);
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("made up " + i)).isEmpty();
    }
    assertThat(directory.reads()).isEqualTo(4);
    assertThat(keys.find("a")).isPresent();
  }

  @Test
  void areRenewedInTheBackground() throws KeySourceException {
    publish("a");
    keys.find("a");
    clock.advance(SigningKeyCache.AHEAD.plusMillis(1));
    publish("b");
    assertThat(keys.find("a")).isPresent();
    assertThat(directory.reads()).isEqualTo(1);
    background.runNext();
    assertThat(directory.reads()).isEqualTo(2);
    assertThat(keys.find("b")).isPresent();
    assertThat(background.size()).isZero();
    assertThat(directory.reads()).isEqualTo(2);
  }

  @Test
  void aKeyThatIsNoLongerPublishedGoesWithTheRenewal() throws KeySourceException {
    publish("a");
    publish("b");
    keys.find("a");
    directory.withdraw("a");
    clock.advance(SigningKeyCache.AHEAD.plusMillis(1));
    keys.find("b");
    background.runNext();
    assertThat(keys.find("a")).isEmpty();
  }

  @Test
  void goOnServingWhileTheDirectoryIsDownButNotForEver() throws KeySourceException {
    publish("a");
    keys.find("a");
    directory.down(true);
    clock.advance(SigningKeyCache.AHEAD.plusMillis(1));
    assertThat(keys.find("a")).isPresent();
    background.runNext();
    assertThat(keys.find("a")).isPresent();
    assertThat(background.size()).as("it is tried again").isEqualTo(1);
    clock.advance(SigningKeyCache.OLDEST.minus(SigningKeyCache.AHEAD).minus(Duration.ofSeconds(1)));
    assertThat(keys.find("a")).isPresent();
    assertThat(keys.serve()).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> keys.find("a")).isInstanceOf(KeySourceException.class);
    assertThat(keys.serve()).isFalse();
  }

  @Test
  void aReadingThatFailsOnceIsTriedAgainAtOnce() throws KeySourceException {
    publish("a");
    directory.fails(1);
    assertThat(keys.find("a")).isPresent();
  }

  @Test
  void anUnknownIdCannotBeToldWhileTheDirectoryIsDown() throws KeySourceException {
    publish("a");
    keys.find("a");
    directory.down(true);
    clock.advance(SigningKeyCache.PAUSE);
    assertThatThrownBy(() -> keys.find("b")).isInstanceOf(KeySourceException.class);
    assertThatThrownBy(() -> keys.find("b")).isInstanceOf(KeySourceException.class);
    assertThatThrownBy(() -> keys.find("b")).as("limited").isInstanceOf(KeySourceException.class);
    assertThat(keys.find("a")).isPresent();
  }

  @Test
  void cannotTellBeforeTheFirstReadingAndServeOnceTheDirectoryIsBack() throws KeySourceException {
    publish("a");
    directory.down(true);
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> keys.find("a")).isInstanceOf(KeySourceException.class);
    }
    assertThat(directory.reads()).as("two, each tried twice").isEqualTo(4);
    assertThat(keys.serve()).isFalse();
    assertThat(keys.endorsements("a")).isEmpty();
    directory.down(false);
    clock.advance(SigningKeyCache.PAUSE);
    assertThat(keys.find("a")).isPresent();
    assertThat(keys.serve()).isTrue();
    assertThat(keys.endorsements("a")).containsExactly("msteams");
  }

  @Test
  void manyWhoseKeyIsUnknownWaitForAReadingWithFewThreads() throws Exception {
    publish("a");
    AtomicBoolean holds = new AtomicBoolean();
    CountDownLatch open = new CountDownLatch(1);
    SigningKeySource slow =
        () -> {
          if (holds.get()) {
            awaitOpen(open);
          }
          return directory.read();
        };
    ExecutorService callers = Executors.newCachedThreadPool();
    try (SigningKeyCache waitedFor = new SigningKeyCache(slow, clock, background)) {
      waitedFor.find("a");
      holds.set(true);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        all.add(callers.submit(() -> waitedFor.find("made up")));
      }

      await()
          .until(
              () ->
                  all.stream().filter(Future::isDone).count()
                      >= 300 - SigningKeyCache.MOST_WAITING);
      assertThat(waitedFor.find("a")).isPresent();
    } finally {
      open.countDown();
      callers.shutdown();
    }
  }

  private static void awaitOpen(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void publish(String id) {
    directory.publish(id, KEY);
  }
}
