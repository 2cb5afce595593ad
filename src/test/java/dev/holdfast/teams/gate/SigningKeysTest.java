package dev.holdfast.teams.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final RSAKey KEY = FakeBotFramework.key("any");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final Map<String, SigningKey> published = new HashMap<>();
  private final Queue<Runnable> behind = new ArrayDeque<>();
  private boolean down;
  private int reads;
  private final SigningKeys keys = new SigningKeys(this::read, clock, behind::add);

  private Map<String, SigningKey> read() throws IOException {
    reads++;
    if (down) {
      throw new IOException("the directory is down");
    }
    return Map.copyOf(published);
  }

  private void publish(String id) {
    published.put(id, new SigningKey(KEY, Set.of("msteams")));
  }

  @Test
  void areReadOnceForManyCalls() {
    publish("a");
    assertThat(keys.find("a")).isPresent();
    assertThat(keys.find("a")).isPresent();
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void areReadAgainAtOnceForAnUnknownId() {
    publish("a");
    keys.find("a");
    clock.advance(SigningKeys.PAUSE);
    publish("b");
    assertThat(keys.find("b")).isPresent();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void areReadOnceAMinuteHoweverManyIdsSomebodyMakesUp() {
    publish("a");
    keys.find("a");
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("made up " + i)).isEmpty();
    }
    assertThat(reads).isEqualTo(1);
    clock.advance(SigningKeys.PAUSE);
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("made up " + i)).isEmpty();
    }
    assertThat(reads).isEqualTo(2);
    assertThat(keys.find("a")).isPresent();
  }

  @Test
  void areRefreshedBehindTheCallersBack() {
    publish("a");
    keys.find("a");
    clock.advance(SigningKeys.AHEAD);
    publish("b");
    assertThat(keys.find("a")).isPresent();
    assertThat(reads).isEqualTo(1);
    behind.remove().run();
    assertThat(reads).isEqualTo(2);
    assertThat(keys.find("b")).isPresent();
    assertThat(behind).isEmpty();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void aKeyThatIsNoLongerPublishedGoesWithTheRefresh() {
    publish("a");
    publish("b");
    keys.find("a");
    published.remove("a");
    clock.advance(SigningKeys.AHEAD);
    keys.find("b");
    behind.remove().run();
    assertThat(keys.find("a")).isEmpty();
  }

  @Test
  void goOnServingWhileTheDirectoryIsDownButNotForEver() {
    publish("a");
    keys.find("a");
    down = true;
    clock.advance(SigningKeys.AHEAD);
    assertThat(keys.find("a")).isPresent();
    behind.remove().run();
    assertThat(keys.find("a")).isPresent();
    clock.advance(SigningKeys.OLDEST.minus(SigningKeys.AHEAD).minus(Duration.ofSeconds(1)));
    assertThat(keys.find("a")).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.find("a")).isEmpty();
  }

  @Test
  void serveAgainOnceTheDirectoryIsBack() {
    publish("a");
    down = true;
    assertThat(keys.find("a")).isEmpty();
    assertThat(keys.find("a")).isEmpty();
    assertThat(reads).isEqualTo(1);
    down = false;
    clock.advance(SigningKeys.PAUSE);
    assertThat(keys.find("a")).isPresent();
  }
}
