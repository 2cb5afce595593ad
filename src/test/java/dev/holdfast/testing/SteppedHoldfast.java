package dev.holdfast.testing;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.support.tracing.TaskTraces;
import dev.holdfast.teams.Unpaced;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The whole of Holdfast in a time that stands still: durable work runs on the test's thread, when
 * the test says so or lets time pass. Replies that need no durable work come from threads of their
 * own.
 */
public final class SteppedHoldfast implements AutoCloseable {

  private static final int MANY = 10_000;

  private final SettableClock clock;
  private final RunningHoldfast holdfast;
  private final JdbcClient jdbc;
  private final Set<String> tasks;
  private final Set<String> oneTime;

  private SteppedHoldfast(SettableClock clock, RunningHoldfast holdfast) {
    this.clock = clock;
    this.holdfast = holdfast;
    this.jdbc = JdbcClient.create(holdfast.get(DataSource.class));
    this.tasks = names(task -> true);
    this.oneTime = names(task -> !(task instanceof RecurringTask));
  }

  private Set<String> names(Predicate<Task<?>> which) {
    return holdfast.all(Task.class).stream()
        .filter(which::test)
        .map(Task::getName)
        .collect(Collectors.toSet());
  }

  /** The names of the durable tasks. */
  public Set<String> tasks() {
    return tasks;
  }

  public static SteppedHoldfast start(
      TestDatabase database, URI adminApi, SettableClock clock, Map<String, Object> settings) {
    return start(database, adminApi, clock, settings, context -> {});
  }

  /** The same with parts of its own exchanged. */
  public static SteppedHoldfast start(
      TestDatabase database,
      URI adminApi,
      SettableClock clock,
      Map<String, Object> settings,
      Consumer<GenericApplicationContext> parts) {
    Map<String, Object> all = new LinkedHashMap<>();
    // Each test starts it and uses a part; PlacesTests and others start all of it.
    all.put("spring.main.lazy-initialization", true);
    all.putAll(settings);
    return new SteppedHoldfast(
        clock,
        RunningHoldfast.start(
            database,
            adminApi,
            all,
            context -> {
              exchange(context, clock);
              parts.accept(context);
            }));
  }

  private static void exchange(GenericApplicationContext context, SettableClock clock) {
    context.registerBean(
        "testClock",
        Clock.class,
        () -> clock,
        definition -> ((AbstractBeanDefinition) definition).setPrimary(true));
    Unpaced.register(context);
    context.registerBean(
        "testScheduler", Scheduler.class, () -> scheduler(context, clock), definition -> {});
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Scheduler scheduler(GenericApplicationContext context, SettableClock clock) {
    List<Task<?>> tasks =
        (List)
            context
                .getBeanProvider(Task.class)
                .orderedStream()
                .map(task -> (Task<?>) task)
                .toList();
    TestHelper.ManualSchedulerBuilder builder =
        TestHelper.createManualScheduler(
                new TransactionAwareDataSourceProxy(context.getBean(DataSource.class)), tasks)
            .clock(
                new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
                  @Override
                  public Instant now() {
                    return clock.instant();
                  }
                });
    builder.addExecutionInterceptor(context.getBean(TaskTraces.class));
    builder.serializer(new Jackson3Serializer());
    return builder.build();
  }

  public URI messages() {
    return holdfast.messages();
  }

  public <T> T get(Class<T> type) {
    return holdfast.get(type);
  }

  /** Does the durable work that is due. */
  public void work() {
    for (int i = 0; nextDue().filter(due -> !due.isAfter(clock.instant())).isPresent(); i++) {
      if (i > MANY) {
        throw new AssertionError("The work has no end: " + due());
      }
      scheduler().runAnyDueExecutions();
    }
  }

  /** Waits for the replies that are given outside of durable work, then does what is due. */
  public void settle() {
    work();
    await("replies").pollInterval(Duration.ofMillis(5)).until(() -> pendingReplies() == 0);
    work();
  }

  private int pendingReplies() {
    return jdbc.sql(
            "select count(*) from scheduled_tasks where task_name like 'answer-%' or task_name ="
                + " 'welcome'")
        .query(Integer.class)
        .single();
  }

  /** Lets time pass, with the work that falls due on the way at its time. */
  public void pass(Duration time) {
    Instant end = clock.instant().plus(time);
    work();
    for (Optional<Instant> next = nextDue();
        next.filter(due -> !due.isAfter(end)).isPresent();
        next = nextDue()) {
      clock.advance(Duration.between(clock.instant(), next.orElseThrow()));
      work();
    }
    clock.advance(Duration.between(clock.instant(), end));
    scheduler().runAnyDueExecutions();
  }

  /** Takes the next steps of durable work, one of each task, when they are due. */
  public void step() {
    nextDue()
        .filter(due -> due.isAfter(clock.instant()))
        .ifPresent(due -> clock.advance(Duration.between(clock.instant(), due)));
    scheduler().runAnyDueExecutions();
  }

  /**
   * What goes on while somebody waits, to be called again and again: what is due, and if nothing
   * was, what is due next.
   */
  public void goOn() {
    if (isSettled()) {
      step();
    }
    settle();
  }

  private boolean isSettled() {
    return pendingReplies() == 0
        && nextDue().filter(due -> !due.isAfter(clock.instant())).isEmpty();
  }

  private ManualScheduler scheduler() {
    return (ManualScheduler) holdfast.get(Scheduler.class);
  }

  /** Recurring tasks come along with others; time doesn't stop for them. */
  private Optional<Instant> nextDue() {
    return jdbc.sql(
            "select min(execution_time) from scheduled_tasks where not picked and task_name in"
                + " (:tasks)")
        .param("tasks", oneTime)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  private List<String> due() {
    return jdbc.sql(
            "select task_name, task_instance from scheduled_tasks where execution_time <= ?")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> row.getString(1) + " " + row.getString(2))
        .list();
  }

  @Override
  public void close() {
    holdfast.close();
  }
}
