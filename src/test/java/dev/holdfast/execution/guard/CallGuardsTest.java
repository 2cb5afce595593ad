package dev.holdfast.execution.guard;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.MovedRequests.starting;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.AdminApi.CallGuard;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestVersions;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a call may still be sent, right before that. */
class CallGuardsTest {

  private static final Duration AGE = Duration.ofMinutes(2);
  private static final Duration TAKEOVER = Duration.ofMinutes(5);

  private final RequestVersions stored = mock(RequestVersions.class);
  private final SettableClock clock = new SettableClock(NOW);
  private final CallGuards guards =
      new CallGuards(stored, clock, new CallProperties(AGE, TAKEOVER));
  private final Request request = starting(restore());

  @Test
  void whatIsStoredAsItWasCommittedIsSentWhileItsChecksAreFresh() {
    isStored(true);
    CallGuard guard = guards.of(request.mainStep(), guards.now());
    clock.advance(AGE.minusSeconds(5));
    assertThatCode(guard::check).doesNotThrowAnyException();
    clock.advance(Duration.ofSeconds(6));
    assertThatThrownBy(guard::check)
        .isInstanceOf(StaleCallException.class)
        .hasMessageContaining("its checks are 121 s old");
  }

  @Test
  void whatSomebodyElseHasMovedIsNotSent() {
    isStored(false);
    CallGuard guard = guards.of(request.mainStep(), guards.now());
    assertThatThrownBy(guard::check)
        .isInstanceOf(StaleCallException.class)
        .hasMessageContaining("isn't as it was");
  }

  @Test
  void aCallIsOnItsWayUntilItsAnswerIsLostOrAnotherReplicaTakesOver() {
    assertThat(guards.endedBy(request.mainStep())).isEqualTo(LATER.plus(TAKEOVER));
    request.mainStep().recordAnswerLost(LATER.plusSeconds(3));
    assertThat(guards.endedBy(request.mainStep())).isEqualTo(LATER.plusSeconds(3));
  }

  private void isStored(boolean as) {
    when(stored.isStoredAs(request.id(), RequestState.STARTING, request.version())).thenReturn(as);
  }
}
