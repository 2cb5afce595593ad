package dev.holdfast.testing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.app.RequestEventConfiguration;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.approval.delegation.DelegationRepository;
import dev.holdfast.approval.join.JoinRepository;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.file.PolicyFileProperties;
import dev.holdfast.approval.policy.guard.PolicyProposals;
import dev.holdfast.approval.policy.guard.StoredPolicies;
import dev.holdfast.approval.policy.people.GroupProperties;
import dev.holdfast.environment.preflight.PreflightRules;
import dev.holdfast.messaging.ConversationMembers;
import dev.holdfast.messaging.ReaderLanguages;
import dev.holdfast.request.ApproverDirectory;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.RequestEventListeners;
import dev.holdfast.request.event.RequestEventPublisher;
import dev.holdfast.request.event.RequestTraces;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.ChecklistSource;
import dev.holdfast.request.followup.RequestContents;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.followup.SeriesStart;
import dev.holdfast.request.followup.StartCalendar;
import dev.holdfast.request.followup.StartObstacle;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.retention.RetentionProperties;
import dev.holdfast.series.SeriesProperties;
import dev.holdfast.series.SeriesRepository;
import dev.holdfast.support.BuildVersion;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.RehearsalProperties;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import dev.holdfast.support.tracing.TaskTraces;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.ticket.TicketProperties;
import dev.holdfast.ticket.TicketSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Some packages of Holdfast on a database of their own, with a clock in the test's hands and a
 * scheduler that only takes notes. The test plays the scheduler.
 */
public final class Workbench implements AutoCloseable {

  private static final GroupProperties GROUPS =
      new GroupProperties(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3));

  public static final RetentionProperties RETENTION =
      new RetentionProperties(
          Duration.ofDays(90), Duration.ofDays(180), Duration.ofDays(1), Duration.ofDays(7));

  /** Of the packages that were opened before, because each is opened by many tests. */
  private static final Map<String, Class<?>[]> COMPONENTS = new ConcurrentHashMap<>();

  public final SettableClock clock = new SettableClock(Samples.NOW);
  public final SchedulerClient scheduler = Mockito.mock(SchedulerClient.class);
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final HikariDataSource dataSource;

  public Workbench(TestDatabase database) {
    dataSource = pool(database);
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    context.registerBean(DataSource.class, () -> dataSource);
    context.registerBean(
        "reservedDataSource",
        DataSource.class,
        () -> dataSource,
        definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
    context.registerBean(PlatformTransactionManager.class, () -> transactions);
    context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(SchedulerClient.class, () -> scheduler);
    context.register(TaskTakeover.class, TaskScheduler.class, ParkedTasks.class);
    context.register(Traces.class, TaskTraces.class, RequestTraces.class);
    // Guardians' cards go through the outbox.
    context.register(StoredPolicies.class, PolicyProposals.class);
    // Where a test opens no policy, nobody is named, and what was approved stays approved.
    orElse(ApprovalRevalidator.class, (request, asRead) -> new Revalidation.Holds());
    orElse(StartCalendar.class, new AnyTime());
    orElse(ApproverDirectory.class, List::of);
    orElse(BuildVersion.class, new BuildVersion("1.2.3", "1a2b3c4"));
    orElse(RehearsalProperties.class, new RehearsalProperties(false));
    orElse(RequestContents.class, request -> Optional.empty());
    orElse(SeriesStart.class, Mockito.mock(SeriesStart.class));
    context.register(SeriesRepository.class);
    orElse(SeriesProperties.class, new SeriesProperties(Duration.ofHours(12), 3));
    orElse(ChecklistSource.class, request -> List.of());
    orElse(RetentionProperties.class, RETENTION);
    orElse(PolicyFileProperties.class, new PolicyFileProperties(Optional.empty()));
    orElse(GroupProperties.class, GROUPS);
    orElse(TicketProperties.class, TicketSettings.NONE);
    orElse(PreflightRules.class, Preflights.COMMON_RULES);
    orElse(FinOpsApi.class, new ScriptedFinOps());
    orElse(ReaderLanguages.class, new FakeLanguages());
    orElse(ConversationMembers.class, (conversation, entraIds) -> List.of());
    context.register(OperationCatalogConfiguration.class, RequestEventConfiguration.class);
    context.register(Transactions.class);
  }

  private <T> void orElse(Class<T> type, T part) {
    context.registerBean(
        type, () -> part, definition -> ((AbstractBeanDefinition) definition).setFallback(true));
  }

  private static HikariDataSource pool(TestDatabase database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMinimumIdle(0);
    return pool;
  }

  /** Adds a part that the packages need and the test brings along. */
  public <T> Workbench with(Class<T> type, T part) {
    context.registerBean(type, () -> part);
    return this;
  }

  /** Has a test told of what happens to requests, after all others, in the same transaction. */
  public Workbench onEvents(Consumer<RequestEvent> test) {
    context.registerBean(
        RequestEventPublisher.class,
        () -> new Overheard(context.getBean(RequestEventListeners.class), test),
        definition -> ((AbstractBeanDefinition) definition).setPrimary(true));
    return this;
  }

  private record Overheard(RequestEventListeners listeners, Consumer<RequestEvent> test)
      implements RequestEventPublisher {
    @Override
    public void publish(Request request, RequestEvent event) {
      listeners.publish(request, event);
      test.accept(event);
    }

    @Override
    public void publish(AuditEvent event) {
      listeners.publish(event);
    }
  }

  /** Has policy and notices read from these settings, as a running Holdfast reads its own. */
  public Workbench withSettings(Map<String, Object> settings) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("settings of the test", settings));
    context.register(Settings.class);
    return this;
  }

  /** Decides by the policy who may do what, where the test doesn't open {@code approval}. */
  public Workbench withPermissions() {
    context.register(Policies.PARTS);
    context.register(
        PermissionEvaluator.class,
        ReadingRights.class,
        DelegationRepository.class,
        JoinRepository.class);
    return this;
  }

  /**
   * Opens the packages, named below {@code dev.holdfast}. Their parts are made when they are asked
   * for; that all of them can be made is tested where the whole of Holdfast starts.
   */
  public Workbench open(String... packages) {
    // What starts or tells something asks whether it is frozen, and what its ticket says.
    Stream.concat(Stream.of("freeze", "ticket"), Stream.of(packages))
        .distinct()
        .forEach(name -> context.register(COMPONENTS.computeIfAbsent(name, Components::in)));
    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    context.refresh();
    return this;
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public <T> List<T> all(Class<T> type) {
    return List.copyOf(context.getBeansOfType(type).values());
  }

  public RequestRepository requests() {
    return get(RequestRepository.class);
  }

  /** Stores a new request with its event. */
  public Request add(Request request) {
    in(() -> requests().add(request, request.submitted()));
    return request;
  }

  /** A request that Megan has approved, and that nobody else has to. */
  public RequestId approved(OperationSpec work) {
    RequestId id = requests().nextId();
    Request request = add(Request.submit(id, Samples.details(work, 1, "draft-" + id)));
    change(
        request,
        r -> r.approval().approve(Samples.MEGAN, "", r.details().digest(), clock.instant()));
    return id;
  }

  /** Takes one transition and stores it. */
  public Request change(Request request, Function<Request, RequestEvent> transition) {
    RequestEvent event = transition.apply(request);
    in(() -> requests().save(request, event));
    return request;
  }

  public void in(Runnable transaction) {
    get(TransactionTemplate.class).executeWithoutResult(status -> transaction.run());
  }

  @Override
  public void close() {
    context.close();
    // The context closes only what was asked of it, and that is rarely the data source.
    dataSource.close();
  }

  /** Nothing is planned. */
  private static final class AnyTime implements StartCalendar {
    @Override
    public Optional<StartObstacle> obstacle(Request request) {
      return Optional.empty();
    }

    @Override
    public void noteStart(Request request) {}
  }

  @ConfigurationPropertiesScan({
    "dev.holdfast.approval",
    "dev.holdfast.notification",
    "dev.holdfast.operation"
  })
  static class Settings {}

  /** By class, as Spring Boot does: most listeners are asked for by their class. */
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}
}
