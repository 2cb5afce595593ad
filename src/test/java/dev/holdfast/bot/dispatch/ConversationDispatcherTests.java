package dev.holdfast.bot.dispatch;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.CardAction;
import dev.holdfast.bot.action.CardActionRegistry;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.card.Card;
import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.messaging.ReaderLanguages;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import dev.holdfast.support.tracing.TaskTraces;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.testing.Components;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeLanguages;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored to be answered, where no place is free to answer at once; with db-scheduler's own
 * store.
 */
@EachDatabase
class ConversationDispatcherTests {

  private final TestDatabase database;
  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final CommandDispatcher commands = Mockito.mock();
  private final ReplyAttempts attempts = Mockito.mock();
  private final ImmediateAction approval =
      Mockito.mock(ImmediateAction.class, Mockito.CALLS_REAL_METHODS);
  private SchedulerClient stored;
  private ActivityDeduplicator retries;
  private ConversationDispatcher desk;

  ConversationDispatcherTests(Databases database) {
    this.database = database.fresh();
  }

  @BeforeEach
  void open() {
    Mockito.when(commands.parse(Mockito.any()))
        .thenReturn(ParsedCommands.PARSER.parse("backups Contoso UAT"));
    DataSource source = new TransactionAwareDataSourceProxy(database.dataSource());
    TaskTakeover takeover =
        new TaskTakeover(new StaticListableBeanFactory().getBeanProvider(Scheduler.class));
    stored =
        SchedulerClient.Builder.create(
                source,
                ReplyTasks.answerMessage(null, null, takeover),
                ReplyTasks.answerClick(null, null, takeover),
                ReplyTasks.answerSubmit(null, null, takeover),
                ReplyTasks.welcome(null, null, takeover))
            .serializer(new Jackson3Serializer())
            .build();
    retries =
        new ActivityDeduplicator(
            JdbcClient.create(source),
            new TransactionTemplate(new JdbcTransactionManager(source)),
            new StaticListableBeanFactory().getBeanProvider(Scheduler.class),
            clock);
    ReplyTaskStore tasks = new ReplyTaskStore(source, source, clock);
    ReplyLeases held =
        new ReplyLeases(
            tasks, new ReplyLeaseSettings(Duration.ofSeconds(20), Duration.ofSeconds(5)), clock);
    CardActionDispatcher actions = actions();
    ReaderLanguages languages = new FakeLanguages();
    desk =
        new ConversationDispatcher(
            commands,
            actions,
            new PendingReplyFactory(commands, actions, null, Mockito.mock(), languages),
            new ReplyService(tasksOf(stored), retries, attempts, held, new ReplyWorkers(0)),
            null,
            languages);
  }

  private static TaskScheduler tasksOf(SchedulerClient scheduler) {
    return new TaskScheduler(
        new StaticListableBeanFactory(Map.of("scheduler", scheduler))
            .getBeanProvider(SchedulerClient.class),
        new TaskTraces(Traces.off(), Mockito.mock(), new SettableClock(Samples.NOW)));
  }

  /** All actions, but for the approval. */
  private CardActionDispatcher actions() {
    ActionVerb approve = new ActionVerb("request.approve");
    Mockito.when(approval.verb()).thenReturn(approve);
    Stream<CardAction> others =
        Components.of(CardAction.class).stream().filter(action -> !action.verb().equals(approve));
    return new CardActionDispatcher(
        new CardActionRegistry(Stream.concat(others, Stream.of(approval)).toList()),
        new CardOwner(new FakePeople()));
  }

  @Test
  void aMessageIsStoredAsItWasSaid() {
    IncomingMessage said =
        new IncomingMessage("activity-said", ALEX, OWN, "backups Contoso “UAT” 🙂");
    desk.said(said);
    assertThat(data("activity-said")).containsExactly(said);
  }

  @Test
  void theSameMessageTwiceIsStoredOnce() {
    desk.said(new IncomingMessage("activity-1", ALEX, OWN, "status"));
    desk.said(new IncomingMessage("activity-1", ALEX, OWN, "status"));
    assertThat(data("activity-1")).hasSize(1);
  }

  @Test
  void aMessageThatWasAnsweredIsNotAnsweredAgain() {
    desk.said(new IncomingMessage("activity-1", ALEX, OWN, "status"));
    answered("activity-1");

    desk.said(new IncomingMessage("activity-1", ALEX, OWN, "status"));

    assertThat(data("activity-1")).isEmpty();
  }

  @Test
  void theSameIdInAnotherConversationIsAnotherMessage() {
    ConversationRef elsewhere =
        new ConversationRef("19:group@thread.v2", ConversationRef.Kind.GROUP_CHAT);
    desk.said(new IncomingMessage("1795385518978", ALEX, OWN, "status"));
    desk.said(new IncomingMessage("1795385518978", ALEX, elsewhere, "help"));
    assertThat(stored.getScheduledExecutions()).hasSize(2);
  }

  @Test
  void theSameMessageByTenThreadsIsStoredOnce() throws Exception {
    IncomingMessage said = new IncomingMessage("activity-1", ALEX, OWN, "status");
    CountDownLatch together = new CountDownLatch(10);
    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      List<Callable<Boolean>> calls =
          Collections.nCopies(
              10,
              () -> {
                together.countDown();
                together.await();
                return retries.takeOnce(
                    ActivityDeduplicator.name(OWN, said.activityId()),
                    () ->
                        stored.scheduleIfNotExists(
                            ReplyTasks.MESSAGE
                                .instance(UUID.randomUUID().toString())
                                .data(said)
                                .scheduledTo(clock.instant())));
              });
      int first = 0;
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        first += call.get() ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
      assertThat(stored.getScheduledExecutions()).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aMessageThatCouldNotBeStoredIsTakenWhenItComesAgain() {
    String name = ActivityDeduplicator.name(OWN, "activity-1");
    assertThatThrownBy(
            () ->
                retries.takeOnce(
                    name,
                    () -> {
                      throw new IllegalStateException("the database went away");
                    }))
        .isInstanceOf(IllegalStateException.class);

    desk.said(new IncomingMessage("activity-1", ALEX, OWN, "status"));

    assertThat(data("activity-1")).hasSize(1);
  }

  @Test
  void whatWasSeenIsForgottenAfterADay() {
    String name = ActivityDeduplicator.name(OWN, "activity-1");
    ExpiredRows expired =
        new ExpiredActivities(JdbcClient.create(database.dataSource()), Workbench.RETENTION, clock);
    assertThat(retries.takeOnce(name, () -> {})).isTrue();

    expired.delete(500);
    assertThat(retries.takeOnce(name, () -> {})).isFalse();

    clock.advance(Workbench.RETENTION.activities().plusSeconds(1));
    expired.delete(500);
    assertThat(retries.takeOnce(name, () -> {})).isTrue();
  }

  @Test
  void theLongestIdsHaveANameThatTheDatabaseTakes() {
    ConversationRef where = new ConversationRef("é".repeat(512), ConversationRef.Kind.GROUP_CHAT);
    IncomingMessage said = new IncomingMessage("\uD83D\uDE00".repeat(256), ALEX, where, "status");
    desk.said(said);
    desk.said(said);
    assertThat(stored.getScheduledExecutions()).hasSize(1);
  }

  @Test
  void aDecisionThatComesAgainIsMadeOnceAndAnsweredAsBefore() {
    CardActionInvocation approve = decision("request.approve");
    JsonNode card = JsonMapper.builder().build().readTree("{\"type\":\"AdaptiveCard\"}");
    ActionResponse done = new ActionResponse.Show(new Card(card, "R-1 is approved"), false);
    Mockito.when(approval.handle(approve)).thenReturn(done);

    assertThat(desk.clicked(approve)).isEqualTo(done);
    assertThat(desk.clicked(approve)).isEqualTo(new ActionResponse.Again(done));
    Mockito.verify(approval).handle(approve);
  }

  @Test
  void aRefusedDecisionThatComesAgainIsRefusedAgain() {
    CardActionInvocation approve = decision("request.approve");
    ActionResponse refused = new ActionResponse.Refuse("NotFound", "There's no request R-1.");
    Mockito.when(approval.handle(approve)).thenReturn(refused);

    assertThat(desk.clicked(approve)).isEqualTo(refused);
    assertThat(desk.clicked(approve)).isEqualTo(new ActionResponse.Again(refused));
  }

  private CardActionInvocation decision(String verb) {
    return new CardActionInvocation("click-1", ALEX, OWN, "m-1", verb, Map.of("requestId", "R-1"));
  }

  @Test
  void theSameClickTwiceIsStoredOnceAndAnsweredBothTimes() {
    CardActionInvocation clicked =
        new CardActionInvocation(
            "click-1", ALEX, OWN, "m-1", "backups.show", Map.of("environment", "env-1"));
    ActionResponse first = desk.clicked(clicked);
    assertThat(first).isInstanceOf(ActionResponse.Tell.class);
    assertThat(data("click-1")).containsExactly(clicked);
    answered("click-1");
    assertThat(desk.clicked(clicked)).isEqualTo(new ActionResponse.Again(first));
    assertThat(data("click-1")).isEmpty();
  }

  @Test
  void aClickThatMessagesAnswerIsStoredAndTriedOnce() {
    CardActionInvocation approve =
        new CardActionInvocation(
            "click-1", ALEX, OWN, "m-1", "request.approve", Map.of("requestId", "R-1"));
    desk.submitted(approve);
    desk.submitted(approve);
    assertThat(data("click-1")).containsExactly(approve);
    Mockito.verify(attempts).attempt(Mockito.any(), Mockito.any(), Mockito.any());
  }

  @Test
  void aPersonWhoPressesAgainIsAnsweredAgain() {
    for (String id : List.of("f:1", "f:2")) {
      desk.clicked(new CardActionInvocation(id, ALEX, OWN, "m-1", "backups.show", Map.of()));
    }
    assertThat(stored.getScheduledExecutions()).hasSize(2);
  }

  @Test
  void anUnknownButtonIsRefusedAndNothingIsStored() {
    for (String verb : List.of("", "request.delete", "RESTORE.REVIEW")) {
      CardActionInvocation clicked =
          new CardActionInvocation("click-" + verb, ALEX, OWN, "m-1", verb, Map.of());
      assertThat(desk.clicked(clicked)).isInstanceOf(ActionResponse.Refuse.class);
      assertThat(data("click-" + verb)).isEmpty();
    }
  }

  @Test
  void aPlaceIsWelcomedOnce() {
    desk.installed("activity-a", OWN);
    desk.installed("activity-b", OWN);
    assertThat(stored(OWN.conversation())).containsExactly(OWN);
  }

  private void answered(String activity) {
    stored.getScheduledExecutions().stream()
        .map(ScheduledExecution::getTaskInstance)
        .filter(task -> task.getId().equals(ActivityDeduplicator.name(OWN, activity)))
        .forEach(stored::cancel);
  }

  private List<Object> data(String activity) {
    return stored(ActivityDeduplicator.name(OWN, activity));
  }

  private List<Object> stored(String instance) {
    return stored.getScheduledExecutions().stream()
        .filter(task -> task.getTaskInstance().getId().equals(instance))
        .map(ScheduledExecution::getData)
        .map(Object.class::cast)
        .toList();
  }
}
