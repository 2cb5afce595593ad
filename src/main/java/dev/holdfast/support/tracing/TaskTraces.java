package dev.holdfast.support.tracing;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has durable tasks go on with the trace in which they were scheduled. The first run is part of it.
 * Each later one is a trace of its own that links to it, so that what is polled for hours or days
 * makes no trace without end.
 */
@Component
public class TaskTraces implements ExecutionInterceptor {

  private static final Logger log = LoggerFactory.getLogger(TaskTraces.class);

  /** What is due later, as a reminder, is no part of the trace. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Traces traces;
  private final JdbcClient jdbc;
  private final Clock clock;

  public TaskTraces(Traces traces, JdbcClient jdbc, Clock clock) {
    this.traces = traces;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps the span of this thread with a task that was just scheduled, in its transaction. A task
   * that was there before keeps its own.
   */
  public void keep(SchedulableInstance<?> task) {
    Instant now = clock.instant();
    traces
        .current()
        .filter(here -> !task.getNextExecutionTime(now).isAfter(now.plus(SOON)))
        .ifPresent(
            here ->
                jdbc.sql(
                        """
                        update scheduled_tasks set traceparent = :here
                        where task_name = :name and task_instance = :id and traceparent is null
                          and picked = false
                        """)
                    .param("here", here)
                    .param("name", task.getTaskName())
                    .param("id", task.getId())
                    .update());
  }

  /** What recurs is nobody's doing. */
  @Override
  public CompletionHandler<?> execute(
      TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
    if (!traces.isOn() || task.getId().equals(RecurringTask.INSTANCE)) {
      return chain.proceed(task, context);
    }
    try (OpenSpan span = open(task, context.getExecution())) {
      try {
        return chain.proceed(task, context);
      } catch (RuntimeException e) {
        span.failed(e);
        throw e;
      }
    }
  }

  private OpenSpan open(TaskInstance<?> task, Execution run) {
    String stored = stored(task);
    String name = SpanNames.task(task.getTaskName());
    boolean first = run.lastSuccess == null && run.lastFailure == null;
    OpenSpan span = first ? traces.within(stored, name) : traces.after(stored, name);
    return span.with(SpanAttributes.TASK, task.getTaskName());
  }

  /** A trace that can't be read keeps no task from running. */
  private @Nullable String stored(TaskInstanceId task) {
    try {
      return jdbc.sql(
              "select traceparent from scheduled_tasks where task_name = :name and task_instance = :id")
          .param("name", task.getTaskName())
          .param("id", task.getId())
          .query((row, number) -> Optional.ofNullable(row.getString(1)))
          .optional()
          .flatMap(text -> text)
          .orElse(null);
    } catch (DataAccessException e) {
      log.debug("The trace of {} {} isn't read", task.getTaskName(), task.getId(), e);
      return null;
    }
  }
}
