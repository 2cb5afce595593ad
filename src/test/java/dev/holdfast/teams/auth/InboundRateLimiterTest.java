package dev.holdfast.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InboundRateLimiterTest {

  private long nanos;
  private final InboundRateLimiter throttle = new InboundRateLimiter(4, 2, 3, () -> nanos);

  @Test
  void holdsASenderBackAndLetsTheOthersPass() {
    assertThat(throttle.lets("channel", "alex")).isTrue();
    assertThat(throttle.lets("channel", "alex")).isTrue();
    assertThat(throttle.lets("channel", "alex")).isFalse();
    assertThat(throttle.lets("elsewhere", "alex")).isFalse();
    assertThat(throttle.lets("channel", "megan")).isTrue();
  }

  @Test
  void holdsAConversationBackWhoeverSpeaksInIt() {
    for (String sender : new String[] {"a", "b", "c", "d"}) {
      assertThat(throttle.lets("channel", sender)).isTrue();
    }
    assertThat(throttle.lets("channel", "e")).isFalse();
    assertThat(throttle.lets("elsewhere", "f")).isTrue();
  }

  @Test
  void countsSearchesApartSoThatTypingLocksNobodyOut() {
    for (int key = 0; key < 3; key++) {
      assertThat(throttle.letsSearch("alex")).isTrue();
    }
    assertThat(throttle.letsSearch("alex")).isFalse();
    assertThat(throttle.letsSearch("megan")).isTrue();
    assertThat(throttle.lets("channel", "alex")).isTrue();
  }

  @Test
  void letsPassAgainAfterAWhile() {
    throttle.lets("channel", "alex");
    throttle.lets("channel", "alex");
    nanos += Duration.ofSeconds(29).toNanos();
    assertThat(throttle.lets("channel", "alex")).isFalse();
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(throttle.lets("channel", "alex")).isTrue();
  }
}
