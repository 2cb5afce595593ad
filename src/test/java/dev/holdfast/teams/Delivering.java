package dev.holdfast.teams;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ConversationMembers;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.MissedMessages;
import dev.holdfast.notification.store.ApproversChannel;
import dev.holdfast.notification.store.NotificationProperties;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.directory.PersonRepository;
import dev.holdfast.teams.outbound.ConnectorClient;
import dev.holdfast.teams.outbound.ConnectorEndpointResolver;
import dev.holdfast.teams.outbound.ConnectorGateway;
import dev.holdfast.teams.outbound.ConnectorHostFallback;
import dev.holdfast.teams.outbound.ConnectorResponseParser;
import dev.holdfast.teams.outbound.DeliveryBlocks;
import dev.holdfast.teams.outbound.MemberNameCache;
import dev.holdfast.teams.outbound.OutboundMetrics;
import dev.holdfast.teams.outbound.OutboundRateLimiter;
import dev.holdfast.teams.outbound.PagedConversationMembers;
import dev.holdfast.teams.outbound.PersonalChatService;
import dev.holdfast.teams.outbound.RateLimitRetry;
import dev.holdfast.teams.outbound.TargetedMessagePolicy;
import dev.holdfast.teams.outbound.TeamsMessenger;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import dev.holdfast.teams.settings.ConnectorProperties;
import dev.holdfast.teams.settings.TeamsTrustProperties;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.Workbench;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything from a request's event to the connector, in virtual time: the outbox, the durable
 * tasks, the pacer and real HTTP.
 */
public final class Delivering implements AutoCloseable {

  public final Workbench bench;
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final DeliveryBlocks stops;
  public final ConversationRepository conversations;
  public final Messenger messenger;
  private ConversationMembers roster;
  private final PersonRepository people;
  private final ManualScheduler scheduler;

  public Delivering(FakeTeams teams, String approversChannel) {
    this(new Workbench(Databases.H2.fresh()), teams.serviceUrl(), Optional.of(approversChannel));
  }

  /**
   * @param bench not open yet
   * @param serviceUrl of the Teams to which it delivers
   */
  public Delivering(Workbench bench, String serviceUrl, Optional<String> approversChannel) {
    this.bench = bench;
    stops = new DeliveryBlocks(bench.clock);
    Map<String, Object> settings = new HashMap<>();
    settings.put("holdfast.policy[0].environments", "*");
    settings.put("holdfast.policy[0].approvers", "megan");
    approversChannel.ifPresent(id -> settings.put("holdfast.notifications.approvers-channel", id));
    bench
        .with(Messenger.class, new Later())
        .with(PersonDirectory.class, new LaterPeople())
        .with(CardRenderer.class, new CardRenderer())
        .withSettings(settings)
        .withPermissions()
        .open("request", "notification");
    JdbcClient jdbc = bench.get(JdbcClient.class);
    conversations = new ConversationRepository(jdbc, bench.clock);
    people = new PersonRepository(jdbc, bench.clock);
    messenger = messenger(serviceUrl, approversChannel.orElse(""));
    scheduler = scheduler();
    doAnswer(call -> scheduler.scheduleIfNotExists(call.<SchedulableInstance<?>>getArgument(0)))
        .when(bench.scheduler)
        .schedule(any(SchedulableInstance.class));
    when(bench.scheduler.reschedule(any(TaskInstanceId.class), any(Instant.class)))
        .thenAnswer(call -> scheduler.reschedule(call.getArgument(0), call.getArgument(1)));
  }

  private Messenger messenger(String serviceUrl, String approversChannel) {
    ConnectorProperties connector =
        Fixtures.bound(Map.of("service-url", serviceUrl), ConnectorProperties.class);
    ConnectorEndpointResolver lines =
        new ConnectorEndpointResolver(conversations, Fixtures.PROPERTIES, connector);
    AllowedServiceHosts hosts =
        new AllowedServiceHosts(
            Fixtures.bound(Map.of("service-hosts", "127.0.0.1"), TeamsTrustProperties.class));
    ConnectorGateway dispatch =
        new ConnectorGateway(
            new ConnectorClient(
                TeamsConfiguration.http(connector, Traces.off()),
                Optional::empty,
                hosts,
                new ConnectorResponseParser(bench.clock)),
            new OutboundRateLimiter(
                50,
                () -> Duration.between(Instant.EPOCH, bench.clock.instant()).toNanos(),
                bench.clock::advance),
            stops,
            new ConnectorHostFallback(hosts, conversations, "https://not-allowed.example"),
            new OutboundMetrics(meters));
    roster =
        new PagedConversationMembers(dispatch, lines, new RateLimitRetry(bench.clock::advance));
    MemberNameCache rosters =
        new MemberNameCache(
            dispatch,
            people,
            lines,
            new ApproversChannel(
                bench.get(JdbcClient.class),
                new NotificationProperties(
                    Optional.of(approversChannel), Duration.ofSeconds(5), Duration.ofDays(3))));
    return new TeamsMessenger(
        dispatch,
        conversations,
        new PersonalChatService(dispatch, rosters, people, conversations, lines),
        lines,
        new TargetedMessagePolicy(Fixtures.PROPERTIES, people));
  }

  ConversationMembers roster() {
    return roster;
  }

  public MissedMessages missed() {
    return bench.get(MissedMessages.class);
  }

  private ManualScheduler scheduler() {
    var clock =
        new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
          @Override
          public Instant now() {
            return bench.clock.instant();
          }
        };
    return TestHelper.createManualScheduler(bench.get(DataSource.class), tasks())
        .clock(clock)
        .build();
  }

  /** A restore that was asked for in a conversation, to be approved by some people. */
  public Request submit(Messenger.Posted review, List<String> approvers) {
    return submit(new RequestOrigin(review.conversation(), review.activity(), true), approvers);
  }

  public Request submit(RequestOrigin origin, List<String> approvers) {
    RequestDetails like = Samples.details(Samples.restore(), 1);
    return bench.add(
        Request.submit(
            bench.requests().nextId(),
            new RequestDetails(
                like.spec(),
                like.requester(),
                like.reason(),
                like.warnings(),
                new Submission(
                    "draft-" + origin.message(),
                    like.submission().zone(),
                    origin,
                    like.submission().at()),
                ApprovalTerms.ofAffected(
                    like.spec(),
                    like.approvalTerms().approvals(),
                    approvers,
                    like.approvalTerms().expiresAt()))));
  }

  /** A notice of the request to somebody more. */
  public void notice(Request request, Address to) {
    JdbcClient jdbc = bench.get(JdbcClient.class);
    jdbc.sql(
            "insert into outbox (request_id, kind, address, what, created_at)"
                + " values (?, 'NOTICE', ?, 'EXPIRED', ?)")
        .params(
            request.id().number(),
            to.toString(),
            OffsetDateTime.ofInstant(bench.clock.instant(), ZoneOffset.UTC))
        .update();
    String row =
        jdbc.sql("select cast(max(id) as varchar) from outbox").query(String.class).single();
    scheduler.schedule(
        TaskDescriptor.of("deliver-notice").instance(row).build(), bench.clock.instant());
  }

  /** Delivers what is due now, without letting time pass but for what it takes. */
  public void deliverNow() {
    for (int round = 0; round < 3; round++) {
      scheduler.runAnyDueExecutions();
    }
  }

  /** Lets virtual time run until nothing waits, and says how long that took. */
  public Duration deliverAll() {
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

  private List<Task<?>> tasks() {
    return bench.all(Task.class).stream().<Task<?>>map(task -> task).toList();
  }

  @Override
  public void close() {
    bench.close();
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
    public void showTyping(String conversation) {
      messenger.showTyping(conversation);
    }

    @Override
    public void update(Posted message, Card card) {
      messenger.update(message, card);
    }
  }

  private final class LaterPeople implements PersonDirectory {

    @Override
    public Optional<Known> find(String entraId) {
      return people.find(entraId);
    }

    @Override
    public void zoneEntered(String entraId, ZoneId zone) {
      people.zoneEntered(entraId, zone);
    }

    @Override
    public Optional<String> name(String entraId) {
      return people.name(entraId);
    }

    @Override
    public List<String> withoutChat(List<String> entraIds) {
      return people.withoutChat(entraIds);
    }

    @Override
    public List<String> teamsIds(List<String> entraIds) {
      return people.teamsIds(entraIds);
    }
  }
}
