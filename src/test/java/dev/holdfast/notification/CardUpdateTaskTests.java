package dev.holdfast.notification;

import static dev.holdfast.notification.NoticeBench.ALEX_CHAT;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.transaction.support.TransactionTemplate;

/** Updates of cards by the durable task, on a real scheduler whose clock is the test's. */
class CardUpdateTaskTests {

  private static final String AGAIN = "request.again";
  private static final Duration WAIT = Duration.ofMinutes(30);

  private final SettableClock schedulerClock = new SettableClock();
  private NoticeBench bench;
  private ManualScheduler scheduler;

  @BeforeEach
  void open() {
    TestDatabase database = Databases.H2.fresh();
    bench = new NoticeBench(database);
    scheduler = restarted(database);
    doAnswer(call -> schedule(call.getArgument(0)))
        .when(bench.bench.scheduler)
        .schedule(ArgumentMatchers.<SchedulableInstance<?>>any());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** With nothing in memory: what is due is read from the database. */
  private ManualScheduler restarted(TestDatabase database) {
    var task =
        CardUpdateTask.updateRequestCards(
            bench.bench.get(CardUpdates.class),
            bench.bench.get(TransactionTemplate.class),
            bench.bench.clock);
    var builder = TestHelper.createManualScheduler(database.dataSource(), List.of(task));
    schedulerClock.set(Samples.NOW);
    builder.clock(schedulerClock);
    return builder.build();
  }

  private Object schedule(SchedulableInstance<?> instance) {
    if (instance.getTaskName().equals("update-request-cards")) {
      scheduler.schedule(instance);
    }
    return null;
  }

  @Test
  void whenTheWaitAfterAFailedRestoreIsOverItsCardIsDrawnAgainWithTheButton() {
    bench.fail(bench.submit(OWN_CHAT));
    bench.deliver();
    assertThat(bench.messenger.sentTo(ALEX_CHAT)).isNotEmpty();
    assertThat(bench.messenger.sentTo(ALEX_CHAT)).noneMatch(sent -> sent.offers(AGAIN));
    bench.settle();

    advance(WAIT.minusMillis(1));
    assertThat(bench.messenger.sent()).isEmpty();

    advance(Duration.ofMillis(1));
    assertThat(bench.messenger.sentTo(ALEX_CHAT)).anyMatch(sent -> sent.offers(AGAIN));
    assertThat(scheduler.getScheduledExecutions()).isEmpty();
  }

  @Test
  void whereNobodyHasToWaitNothingIsScheduled() {
    bench.succeed(bench.submit(OWN_CHAT));
    Request notStarted = bench.approve(bench.submit(OWN_CHAT), Samples.MEGAN);
    bench.change(notStarted, r -> r.mainStep().commitStart(bench.now()));
    bench.change(
        notStarted,
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        bench.now(),
                        Message.plain("No."),
                        Optional.empty(),
                        Optional.empty(),
                        false)));
    assertThat(scheduler.getScheduledExecutions()).isEmpty();
    assertThat(bench.requestCard(notStarted)).contains(AGAIN);
  }

  @Test
  void anUpdateThatFailsIsTriedAgain() {
    bench.fail(bench.submit(OWN_CHAT));
    bench.settle();
    bench.jdbc().sql("alter table posts rename to posts_gone").update();
    advance(WAIT);
    bench.jdbc().sql("alter table posts_gone rename to posts").update();
    assertThat(scheduler.getScheduledExecutions()).hasSize(1);
    advance(Duration.ofSeconds(15));
    assertThat(bench.messenger.sentTo(ALEX_CHAT)).anyMatch(sent -> sent.offers(AGAIN));
  }

  private void advance(Duration by) {
    bench.bench.clock.advance(by);
    Instant now = bench.now();
    schedulerClock.set(now);
    scheduler.runAnyDueExecutions();
    bench.deliver();
  }
}
