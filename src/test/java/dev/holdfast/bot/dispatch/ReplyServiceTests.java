package dev.holdfast.bot.dispatch;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.chat.ReplyBench;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** That each reply is computed once and sent once, whatever delays it or dies. */
class ReplyServiceTests {

  private static final Address HERE = new Address.Conversation(OWN.conversation());
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  @AutoClose private final ReplyBench bench = new ReplyBench();

  @Test
  void aReplyIsGivenInTheTurnAndLeavesNoTask() {
    says("a-1", "help");
    assertThat(sent()).hasSize(1);
    assertThat(lastText()).contains("What I can do");
    await().untilAsserted(() -> assertThat(bench.tasks()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "status", "environments", "subscribe", "cancel R-1001"})
  void aCommandTakesTwoTransactions(String text) {
    bench.chat.submitted();
    AtomicInteger begun = new AtomicInteger();
    ((JdbcTransactionManager) bench.chat.bench.get(PlatformTransactionManager.class))
        .addListener(
            new TransactionExecutionListener() {
              @Override
              public void afterBegin(TransactionExecution transaction, @Nullable Throwable e) {
                begun.incrementAndGet();
              }
            });
    says("a-1", text);
    await().untilAsserted(() -> assertThat(bench.tasks()).isEmpty());
    assertThat(begun).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void whatNeedsTheAdminApiIsGivenOutsideTheTurn() {
    says("a-1", "backups Contoso UAT");
    await().until(() -> !sent().isEmpty());
    assertThat(lastText()).contains("Contoso UAT");
    await().untilAsserted(() -> assertThat(bench.tasks()).isEmpty());
  }

  @Test
  void aSubscriptionThatIsToldLateIsToldAsItWasMade() {
    holdsBack();
    says("a-1", "subscribe Contoso Dev");
    assertThat(sent()).isEmpty();
    bench.runTask();
    assertThat(lastText()).startsWith("You'll get a message here");
    assertThat(bench.tasks()).isEmpty();
  }

  @Test
  void theSameForItsEnd() {
    says("a-1", "subscribe Contoso Dev");
    holdsBack();
    says("a-2", "unsubscribe Contoso Dev");
    await().untilAsserted(() -> assertThat(bench.tasks()).hasSize(1));
    bench.runTask();
    assertThat(lastText()).contains("The subscription for Contoso Dev has ended");
  }

  @Test
  void theSameForTheButton() {
    holdsBack();
    bench
        .desk()
        .clicked(
            bench.chat.click(ALEX, "subscription.add", Map.of("environment", Samples.DEV.id())));
    awaitDelay();
    bench.runTask();
    assertThat(lastText()).startsWith("You'll get a message here");
  }

  @Test
  void theSameForACanceledRequest() {
    Request request = bench.chat.submitted();
    holdsBack();
    says("a-1", "cancel " + request.id());
    assertThat(bench.chat.newest().state()).isEqualTo(RequestState.CANCELLED);
    bench.runTask();
    assertThat(lastText()).contains("Canceled").doesNotContain("out of date");
  }

  @Test
  void theSameForADecisionThatCameAsAMessage() {
    Request request = bench.chat.submitted();
    bench.chat.messenger.clear();
    holdsBack();
    bench.desk().submitted(decision(request, "request.reject"));
    assertThat(bench.chat.newest().state()).isEqualTo(RequestState.REJECTED);
    bench.runTask();
    assertThat(bench.chat.newest().decisions()).hasSize(1);
    assertThat(lastText()).contains("Rejected").doesNotContain("out of date");
  }

  @Test
  void aProcessThatDiesBeforeItRepliesLeavesTheReplyToTheTask() {
    ReplyAttempts dies = Mockito.mock(ReplyAttempts.class);
    ReplyService replies =
        new ReplyService(
            bench.chat.bench.get(TaskScheduler.class),
            bench.chat.bench.get(ActivityDeduplicator.class),
            dies,
            bench.chat.bench.get(ReplyLeases.class),
            bench.chat.bench.get(ReplyWorkers.class));
    PendingReply question =
        bench
            .chat
            .bench
            .get(PendingReplyFactory.class)
            .message(new IncomingMessage("a-1", ALEX, OWN, "subscribe Contoso Dev"));
    assertThat(replies.take(question)).isTrue();
    assertThat(replies.take(question)).isFalse();
    assertThat(bench.due()).isEqualTo(Samples.NOW.plusSeconds(20));

    bench.runTask();

    assertThat(sent()).hasSize(1);
    assertThat(lastText()).startsWith("You'll get a message here");
  }

  @Test
  void anActivityThatComesAgainGetsOneReply() throws Exception {
    CountDownLatch together = new CountDownLatch(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> calls =
          Collections.nCopies(
              8,
              () -> {
                together.countDown();
                together.await();
                says("a-1", "status");
                return null;
              });
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }
    says("a-1", "status");
    assertThat(sent()).hasSize(1);
  }

  @Test
  void oneThatMayHaveArrivedIsRepeatedOnce() {
    bench.chat.messenger.fails(HERE, Reason.UNCERTAIN).fails(HERE, Reason.UNCERTAIN);
    says("a-1", "help");
    bench.runTask();
    assertThat(bench.tasks()).isEmpty();
    assertThat(sent()).isEmpty();
  }

  @Test
  void aReviewThatIsDelayedIsNotMadeAgain() {
    holdsBack();
    bench.desk().clicked(bench.chat.click(ALEX, "restore.review", ChatBench.filledIn()));
    awaitDelay();
    assertThat(drafts()).isEqualTo(1);
    bench.runTask();
    assertThat(drafts()).isEqualTo(1);
    assertThat(bench.chat.messenger.last().where()).isEqualTo(new Posted("chat-alex", "message-1"));
  }

  @Test
  void aWelcomeThatIsDelayedComesOnce() {
    holdsBack();
    bench.desk().installed("a-1", OWN);
    bench.desk().installed("a-2", OWN);
    awaitDelay();
    bench.runTask();
    assertThat(sent()).hasSize(1);
    assertThat(bench.tasks()).isEmpty();
  }

  private void holdsBack() {
    bench.chat.messenger.fails(HERE, Reason.NOT_YET, Optional.of(A_WHILE));
  }

  private void awaitDelay() {
    await().untilAsserted(() -> assertThat(bench.due()).isEqualTo(Samples.NOW.plus(A_WHILE)));
  }

  private void says(String activity, String text) {
    bench.desk().said(new IncomingMessage(activity, ALEX, OWN, text));
  }

  private List<?> sent() {
    return bench.chat.messenger.sent();
  }

  private String lastText() {
    return bench.chat.messenger.last().text();
  }

  private int drafts() {
    return bench
        .chat
        .bench
        .get(JdbcClient.class)
        .sql("select count(*) from drafts")
        .query(Integer.class)
        .single();
  }

  private CardActionInvocation decision(Request request, String verb) {
    return bench.chat.click(
        MEGAN,
        verb,
        Map.of(
            "requestId",
            request.id().toString(),
            "version",
            Long.toString(request.version()),
            "digest",
            request.details().digest().hex(),
            "comment",
            "not today"));
  }
}
