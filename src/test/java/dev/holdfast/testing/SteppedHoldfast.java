package dev.holdfast.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.teams.PacingByClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<String> known;

  private SteppedHoldfast(SettableClock clock, RunningHoldfast holdfast) {
    this.clock = clock;
    this.holdfast = holdfast;
    this.jdbc = JdbcClient.create(holdfast.get(DataSource.class));
    this.known = holdfast.all(Task.class).stream().map(Task::getName).collect(Collectors.toSet());
  }

  /** The names of the durable tasks. */
  public Set<String> tasks() {
    return known;
  }

  public static SteppedHoldfast start(
      TestDatabase database, URI adminApi, SettableClock clock, Map<String, Object> settings) {
    return new SteppedHoldfast(
        clock,
        RunningHoldfast.start(database, adminApi, settings, context -> exchange(context, clock)));
  }

  private static void exchange(GenericApplicationContext context, SettableClock clock) {
    context.registerBean(
        "testClock",
        Clock.class,
        () -> clock,
        definition -> ((AbstractBeanDefinition) definition).setPrimary(true));
    PacingByClock.register(context, clock);
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
  }

  /** Takes the next steps of durable work, one of each task, when they are due. */
  public void step() {
    nextDue()
        .filter(due -> due.isAfter(clock.instant()))
        .ifPresent(due -> clock.advance(Duration.between(clock.instant(), due)));
    scheduler().runAnyDueExecutions();
  }

  private ManualScheduler scheduler() {
    return (ManualScheduler) holdfast.get(Scheduler.class);
  }

  private Optional<Instant> nextDue() {
    return jdbc.sql(
            "select min(execution_time) from scheduled_tasks where not picked and task_name in (:known)")
        .param("known", known)
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
