package dev.holdfast.bot.dispatch;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.chat.ReplyBench;
import dev.holdfast.messaging.Address;
import dev.holdfast.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a reply that takes long is kept from being given twice, and what is seen meanwhile. */
class ReplyLeasesTests {

  @AutoClose private final ReplyBench bench = new ReplyBench();
  private final CountDownLatch answered = new CountDownLatch(1);

  /** Without it, the end of the bench waits for the attempt. */
  @AfterEach
  void answerAtLast() {
    answered.countDown();
  }

  @Test
  void theLeaseOfALongAttemptIsExtended() {
    takesLong();
    bench.chat.bench.clock.advance(Duration.ofSeconds(10));
    held().renew();
    assertThat(bench.due()).isEqualTo(Samples.NOW.plusSeconds(30));
    answered.countDown();
    await().untilAsserted(() -> assertThat(bench.tasks()).isEmpty());
    assertThat(bench.chat.messenger.sent()).hasSize(1);
  }

  @Test
  void anAttemptWhoseLeaseHasEndedSendsNothing() {
    takesLong();
    Instant end = bench.due();
    bench.chat.bench.clock.advance(Duration.ofSeconds(20));
    held().renew();
    assertThat(bench.due()).isEqualTo(end);
    answered.countDown();
    awaitEndOfAttempt();
    assertThat(bench.chat.messenger.sent()).isEmpty();
    assertThat(bench.tasks()).hasSize(1);
  }

  /** Sending takes a while itself, and its task must not be due meanwhile. */
  @Test
  void aLeaseThatIsNearlyOverIsExtendedBeforeTheReplyIsSent() {
    takesLong();
    bench.chat.bench.clock.advance(Duration.ofSeconds(19));
    AtomicReference<Instant> dueWhenSent = new AtomicReference<>();
    bench.chat.messenger.meanwhile(
        new Address.Conversation(OWN.conversation()), () -> dueWhenSent.set(bench.due()));
    answered.countDown();
    await().untilAsserted(() -> assertThat(bench.tasks()).isEmpty());
    assertThat(bench.chat.messenger.sent()).hasSize(1);
    assertThat(dueWhenSent).hasValue(Samples.NOW.plusSeconds(39));
  }

  @Test
  void oneWhoseTaskTheSchedulerHasTakenMeanwhileIsNotSent() {
    takesLong();
    bench.chat.bench.clock.advance(Duration.ofSeconds(19));
    isPicked(true);
    answered.countDown();
    awaitEndOfAttempt();
    isPicked(false);
    assertThat(bench.chat.messenger.sent()).isEmpty();
    assertThat(bench.tasks()).hasSize(1);
  }

  private void isPicked(boolean picked) {
    JdbcClient jdbc = bench.chat.bench.get(JdbcClient.class);
    jdbc.sql("update scheduled_tasks set picked = ?").param(picked).update();
  }

  @Test
  void oneWhoseLeaseCannotBeExtendedIsNotSent() {
    ReplyTaskStore tasks = mock(ReplyTaskStore.class);
    when(tasks.extend(anyList(), any())).thenThrow(new QueryTimeoutException("busy"));
    Clock clock = bench.chat.bench.clock;
    ReplyLeases leases =
        new ReplyLeases(tasks, bench.chat.bench.get(ReplyLeaseSettings.class), clock);
    TaskInstance<?> task = ReplyTasks.CLICK.instance("a-1").build();
    assertThat(leases.secures(leases.hold(task, clock.instant().plusSeconds(16)))).isTrue();
    assertThat(leases.secures(leases.hold(task, clock.instant().plusSeconds(15)))).isFalse();
  }

  @Test
  void whatTakesLongerThanASecondShowsTyping() {
    takesLong();
    await().untilAsserted(() -> assertThat(bench.chat.messenger.typing()).contains("chat-alex"));
    answered.countDown();
    await().untilAsserted(() -> assertThat(bench.tasks()).isEmpty());
  }

  @Test
  void aGivenReplyIsHeldUntilItsTaskIsRemoved() {
    Queue<Runnable> later = new ArrayDeque<>();
    SentReplyCleanup given =
        new SentReplyCleanup(bench.chat.bench.get(ReplyTaskStore.class), later::add);
    given.add(taken());
    bench.chat.bench.clock.advance(Duration.ofSeconds(15));
    held().renew();
    assertThat(bench.due()).isEqualTo(Samples.NOW.plusSeconds(35));
    later.remove().run();
    assertThat(bench.tasks()).isEmpty();
  }

  @Test
  void aTaskThatCannotBeRemovedIsRemovedLater() {
    ReplyTaskStore store = bench.chat.bench.get(ReplyTaskStore.class);
    ReplyTaskStore tasks = mock(ReplyTaskStore.class);
    doThrow(new QueryTimeoutException("busy"))
        .doAnswer(delegatesTo(store))
        .when(tasks)
        .remove(anyList());
    SentReplyCleanup given = new SentReplyCleanup(tasks, Runnable::run);
    given.add(taken());
    assertThat(bench.tasks()).hasSize(1);
    bench.chat.bench.clock.advance(Duration.ofSeconds(15));
    held().renew();
    assertThat(bench.due()).isEqualTo(Samples.NOW.plusSeconds(35));
    given.retry();
    assertThat(bench.tasks()).isEmpty();
  }

  /** Of an attempt that goes on, held for the test. */
  private ReplyLeases.Held taken() {
    takesLong();
    return held().hold(ReplyTasks.CLICK.instance("a-1").build(), bench.due());
  }

  private void takesLong() {
    CardActionInvocation clicked =
        new CardActionInvocation("a-1", ALEX, OWN, "m-1", "backups.show", Map.of());
    PendingReply question =
        new PendingReply(
            ReplyTasks.CLICK.instance("a-1").data(clicked).build(),
            OWN,
            Optional.of(ALEX.id()),
            "",
            Optional.empty(),
            false,
            false,
            () -> {
              awaitAnswer();
              return Optional.of(AddressedReply.text(OWN.everybody(), "At last."));
            });
    bench.chat.bench.get(ReplyService.class).take(question);
    await().untilAsserted(() -> assertThat(bench.tasks()).hasSize(1));
  }

  private void awaitEndOfAttempt() {
    await()
        .untilAsserted(
            () -> assertThat(bench.chat.bench.get(ReplyWorkers.class).isIdle()).isTrue());
  }

  private void awaitAnswer() {
    try {
      answered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ReplyLeases held() {
    return bench.chat.bench.get(ReplyLeases.class);
  }
}
