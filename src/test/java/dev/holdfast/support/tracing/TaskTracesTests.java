package dev.holdfast.support.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.TestDatabase;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a durable task knows of the span in which it was scheduled, in another process, too. */
@EachDatabase
class TaskTracesTests {

  private static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("look");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final JdbcClient jdbc;
  private final Recorded recorded = new Recorded();
  private final SettableClock clock = new SettableClock();
  private final ManualScheduler scheduler;
  private final TaskScheduler tasks;
  private boolean fails;

  TaskTracesTests(Databases databases) {
    TestDatabase database = databases.fresh();
    jdbc = JdbcClient.create(database.dataSource());
    TaskTraces traces = new TaskTraces(recorded.traces(), jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    Task<Void> look =
        Tasks.custom(LOOK)
            .execute(
                (instance, context) -> {
                  if (fails) {
                    throw new IllegalStateException("Contoso Dev isn't there");
                  }
                  return (CompletionHandler<Void>)
                      (complete, operations) ->
                          operations.reschedule(complete, clock.now().plusSeconds(60));
                });
    Task<Void> sweep =
        Tasks.recurring("sweep", FixedDelay.ofHours(1))
            .execute((instance, context) -> assertThat(Span.current().isRecording()).isFalse());
    var builder = TestHelper.createManualScheduler(database.dataSource(), List.of(look, sweep));
    builder.clock(clock).addExecutionInterceptor(traces);
    scheduler = builder.build();
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("scheduler", scheduler);
    tasks = new TaskScheduler(beans.getBeanProvider(SchedulerClient.class), traces);
  }

  @BeforeEach
  void now() {
    clock.set(NOW);
  }

  /** Schedules the task in a span. */
  private String scheduled(Instant due) {
    try (OpenSpan span = recorded.traces().within(null, "event")) {
      tasks.schedule(LOOK.instance("1").scheduledTo(due));
      return span.traceparent();
    }
  }

  private String stored() {
    return jdbc.sql("select coalesce(traceparent, 'none') from scheduled_tasks where task_name = ?")
        .param("look")
        .query(String.class)
        .single();
  }

  private SpanData run() {
    scheduler.runAnyDueExecutions();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    return recorded.last();
  }

  @Test
  void theFirstRunIsPartOfTheTraceAndEachLaterOneLinksToIt() {
    String event = scheduled(NOW);
    assertThat(stored()).isEqualTo(event);

    SpanData first = run();
    assertThat(first.getName()).isEqualTo("task look");
    assertThat(event).contains(first.getTraceId(), first.getParentSpanId());
    for (int i = 0; i < 2; i++) {
      clock.set(clock.now().plusSeconds(60));
      SpanData later = run();
      assertThat(later.getParentSpanId()).isEqualTo(SpanId.getInvalid());
      assertThat(event).doesNotContain(later.getTraceId());
      assertThat(later.getLinks()).hasSize(1);
      assertThat(Traceparent.of(later.getLinks().get(0).getSpanContext())).isEqualTo(event);
    }
    assertThat(stored()).isEqualTo(event);
  }

  @Test
  void whatIsDueLaterIsNoPartOfTheTrace() {
    scheduled(NOW.plus(Duration.ofMinutes(2)));
    assertThat(stored()).isEqualTo("none");
    clock.set(NOW.plus(Duration.ofMinutes(2)));
    SpanData reminder = run();
    assertThat(reminder.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(reminder.getLinks()).isEmpty();
  }

  @Test
  void aTaskThatIsThereAlreadyKeepsItsTrace() {
    String event = scheduled(NOW);
    scheduled(NOW);
    assertThat(stored()).isEqualTo(event);
  }

  @Test
  void whatIsStoredAndNoSpanIsNotTakenForOne() {
    scheduled(NOW);
    jdbc.sql("update scheduled_tasks set traceparent = 'x' where task_name = 'look'").update();
    SpanData span = run();
    assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(span.getLinks()).isEmpty();
  }

  @Test
  void ofAFailureOnlyTheTypeIsTold() {
    scheduled(NOW);
    fails = true;
    SpanData span = run();
    assertThat(span.getAttributes().get(SpanAttributes.ERROR)).isEqualTo("IllegalStateException");
    assertThat(span.toString()).doesNotContain("Contoso");
  }

  @Test
  void whatRecursHasNoSpan() {
    scheduler.schedule(TaskDescriptor.of("sweep").instance("recurring").scheduledTo(NOW));
    scheduler.runAnyDueExecutions();
    assertThat(recorded.spans()).isEmpty();
  }

  @Test
  void outsideOfASpanNothingIsKept() {
    tasks.schedule(LOOK.instance("1").scheduledTo(NOW));
    assertThat(stored()).isEqualTo("none");
  }
}
