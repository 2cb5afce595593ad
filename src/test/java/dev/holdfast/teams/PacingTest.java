package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.Messenger;
import dev.holdfast.notice.People;
import dev.holdfast.request.Origin;
import dev.holdfast.request.Request;
import dev.holdfast.request.Terms;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.LimitedTeams;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.Workbench;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/**
 * Many notices at once, in virtual time: the outbox, the durable tasks, the pacer and real HTTP to
 * a Teams that counts as Teams does and refuses what is too much.
 */
class PacingTest {

  private static final double NEAR = 1.3;

  private final Workbench bench = new Workbench(Databases.H2.fresh());
  private final LimitedTeams teams = new LimitedTeams(bench.clock);
  private Messenger messenger;
  private ManualScheduler scheduler;

  @BeforeEach
  void open() {
    bench
        .with(Messenger.class, new Later())
        .with(People.class, new FakePeople())
        .with(Cards.class, new Cards())
        .withSettings(
            Map.of("holdfast.policy[0].environments", "*", "holdfast.policy[0].approvers", "megan"))
        .open("request", "notice");
    messenger = messenger();
    scheduler = scheduler();
    doAnswer(call -> scheduler.scheduleIfNotExists(call.<SchedulableInstance<?>>getArgument(0)))
        .when(bench.scheduler)
        .schedule(any(SchedulableInstance.class));
    when(bench.scheduler.reschedule(any(TaskInstanceId.class), any(Instant.class)))
        .thenAnswer(call -> scheduler.reschedule(call.getArgument(0), call.getArgument(1)));
  }

  @AfterEach
  void close() {
    teams.close();
    bench.close();
  }

  @Test
  void fiveHundredUpdatesInOneConversationTakeHardlyLongerThanTheyMust() {
    for (int i = 0; i < 500; i++) {
      submit("busy", "message-" + i);
    }

    Duration taken = deliverAll();

    assertThat(teams.refused()).isZero();
    assertThat(teams.taken("busy")).isEqualTo(500);
    assertThat(ratio(taken, LimitedTeams.fastestInOneConversation(500))).isLessThan(NEAR);
  }

  @Test
  void twoThousandNoticesInThreeHundredConversationsTakeHardlyLongerThanTheyMust() {
    long request = submit("busy", "message").id().number();
    deliverAll();
    for (int i = 0; i < 2000; i++) {
      notice(request, "conversation-" + i % 300);
    }

    Duration taken = deliverAll();

    assertThat(teams.refused()).isZero();
    assertThat(teams.taken("conversation-0") + teams.taken("conversation-299")).isEqualTo(7 + 6);
    assertThat(ratio(taken, LimitedTeams.fastestOverAll(2000))).isLessThan(NEAR);
  }

  private static double ratio(Duration taken, Duration fastest) {
    return (double) taken.toMillis() / fastest.toMillis();
  }

  /** Lets virtual time run until nothing waits, and says how long that took. */
  private Duration deliverAll() {
    Instant begun = bench.clock.instant();
    for (OffsetDateTime next = next(); next != null; next = next()) {
      Duration until = Duration.between(bench.clock.instant(), next.toInstant());
      if (!until.isNegative()) {
        bench.clock.advance(until);
      }
      scheduler.runAnyDueExecutions();
    }
    return Duration.between(begun, bench.clock.instant());
  }

  private OffsetDateTime next() {
    return bench
        .get(JdbcClient.class)
        .sql("select min(execution_time) from scheduled_tasks")
        .query(OffsetDateTime.class)
        .optional()
        .orElse(null);
  }

  private Request submit(String conversation, String message) {
    Terms like = Samples.terms(Samples.restore(), 1);
    Request request =
        Request.submit(
            bench.requests().nextId(),
            new Terms(
                "draft-" + message,
                like.work(),
                like.requester(),
                like.reason(),
                like.zone(),
                new Origin(conversation, message, false),
                like.warnings(),
                like.approvals(),
                List.of(),
                like.createdAt(),
                like.expiresAt()));
    return bench.add(request);
  }

  private void notice(long request, String conversation) {
    bench
        .get(JdbcClient.class)
        .sql(
            "insert into outbox (request_id, kind, address, what, created_at)"
                + " values (?, 'NOTICE', ?, 'EXPIRED', ?)")
        .params(
            request,
            new Address.Conversation(conversation).toString(),
            OffsetDateTime.ofInstant(bench.clock.instant(), java.time.ZoneOffset.UTC))
        .update();
    scheduleAll();
  }

  private void scheduleAll() {
    Task<Void> task = task();
    bench
        .get(JdbcClient.class)
        .sql(
            "select cast(id as varchar) from outbox where cast(id as varchar) not in"
                + " (select task_instance from scheduled_tasks)")
        .query(String.class)
        .list()
        .forEach(row -> scheduler.schedule(task.instance(row), bench.clock.instant()));
  }

  @SuppressWarnings("unchecked")
  private Task<Void> task() {
    return bench.get(Task.class);
  }

  private ManualScheduler scheduler() {
    var clock =
        new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
          @Override
          public Instant now() {
            return bench.clock.instant();
          }
        };
    return TestHelper.createManualScheduler(bench.get(DataSource.class), List.of(task()))
        .clock(clock)
        .build();
  }

  private Messenger messenger() {
    TeamsProperties properties =
        Fixtures.with(
            Map.of("service-hosts", "127.0.0.1", "service-url", teams.serviceUrl().toString()));
    JdbcClient jdbc = bench.get(JdbcClient.class);
    ConversationStore conversations = new ConversationStore(jdbc, bench.clock);
    PeopleStore people = new PeopleStore(jdbc, bench.clock);
    Lines lines = new Lines(conversations, properties);
    Connector connector =
        new Connector(
            RestClient.create(),
            java.util.Optional::empty,
            new ServiceHosts(properties),
            new ConnectorAnswers(bench.clock));
    Dispatch dispatch =
        new Dispatch(
            connector,
            new Pacer(50, () -> nanos(bench.clock.instant()), bench.clock::advance),
            new Stops(bench.clock),
            new OtherHost(new ServiceHosts(properties), conversations, "http://127.0.0.1"),
            new Sends(new SimpleMeterRegistry()));
    Rosters rosters = new Rosters(dispatch, people, lines, "");
    return new ConnectorMessenger(
        dispatch,
        conversations,
        new PersonalChats(dispatch, rosters, people, conversations, lines),
        lines);
  }

  private static long nanos(Instant at) {
    return Duration.between(Instant.EPOCH, at).toNanos();
  }

  /** The messenger needs the database that the bench opens, and the bench needs a messenger. */
  private final class Later implements Messenger {

    @Override
    public Posted post(Address to, Card card) {
      return messenger.post(to, card);
    }

    @Override
    public Posted say(Address to, String text) {
      return messenger.say(to, text);
    }

    @Override
    public void update(Posted message, Card card) {
      messenger.update(message, card);
    }
  }
}
