package dev.holdfast.notification;

import static dev.holdfast.notification.NoticeBench.ALEX_CHAT;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A posted card says by itself that its operation takes longer than usual. */
class OverdueCardsTests {

  private static final Duration OVERDUE = Duration.ofMinutes(150);

  private NoticeBench bench;
  private OverdueCards cards;

  @BeforeEach
  void open() {
    bench = new NoticeBench(Databases.H2.fresh());
    cards = bench.bench.get(OverdueCards.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whereNothingIsKnownNothingIsUpdated() {
    Request first = runs();
    assertThat(cards.update(first.id())).isEmpty();
    bench.deliver();
    assertThat(bench.messenger.sent()).isEmpty();
    verify(bench.bench.scheduler, atLeastOnce())
        .schedule(
            argThat(
                (SchedulableInstance<?> task) ->
                    task.getTaskName().equals("update-overdue-cards")
                        && task.getId().equals(first.id().toString())));
  }

  @Test
  void theCardIsDrawnAnewOnceItIsOverdue() {
    end(runs(), Duration.ofHours(2));
    bench.bench.clock.advance(Duration.between(bench.now(), NOW));
    Request second = runs();
    assertThat(cards.update(second.id())).contains(NOW.plus(OVERDUE));
    bench.bench.clock.advance(OVERDUE.minusNanos(1));
    assertThat(cards.update(second.id())).contains(NOW.plus(OVERDUE));
    bench.deliver();
    assertThat(bench.messenger.sent()).isEmpty();

    bench.bench.clock.advance(Duration.between(bench.now(), NOW.plus(OVERDUE)));
    assertThat(cards.update(second.id())).isEmpty();
    bench.deliver();
    assertThat(bench.messenger.sentTo(ALEX_CHAT))
        .anyMatch(sent -> sent.toString().contains("It takes longer than usual."));
  }

  @Test
  void whatHasEndedIsLeftAlone() {
    end(runs(), Duration.ofHours(2));
    bench.bench.clock.advance(Duration.between(bench.now(), NOW));
    Request second = runs();
    end(second, Duration.ofHours(1));
    bench.bench.clock.advance(Duration.between(bench.now(), NOW.plus(OVERDUE)));
    assertThat(cards.update(second.id())).isEmpty();
    bench.deliver();
    assertThat(bench.messenger.sent()).isEmpty();
  }

  private Request runs() {
    Request request = bench.runs(bench.submit(OWN_CHAT));
    bench.settle();
    return request;
  }

  private void end(Request request, Duration took) {
    bench.bench.clock.advance(took);
    bench.change(request, r -> r.mainStep().beginVerification(bench.now()));
    bench.change(request, r -> r.mainStep().succeed(Message.plain("done"), bench.now()));
    bench.settle();
  }
}
