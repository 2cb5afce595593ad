package dev.holdfast.support;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.support.tracing.TaskTraces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Schedules durable tasks, in the caller's transaction. The scheduler is made of all tasks, and
 * most tasks schedule others, so it's looked up at the first use.
 */
@Component
public class TaskScheduler {

  private static final Logger log = LoggerFactory.getLogger(TaskScheduler.class);

  private final SingletonSupplier<SchedulerClient> client;
  private final TaskTraces traces;

  public TaskScheduler(ObjectProvider<SchedulerClient> client, TaskTraces traces) {
    this.client = SingletonSupplier.of(client::getObject);
    this.traces = traces;
  }

  /** Does nothing if there is such a task already. */
  public void schedule(SchedulableInstance<?> task) {
    client.obtain().schedule(task);
    traces.keep(task);
  }

  /**
   * @return whether there was no such task
   */
  public boolean scheduleIfNotExists(SchedulableInstance<?> task) {
    boolean added = client.obtain().scheduleIfNotExists(task);
    if (added) {
      traces.keep(task);
    }
    return added;
  }

  /** Schedules a task of which it's known that there is none, which saves looking for it. */
  public void scheduleNew(SchedulableInstance<?> task) {
    client.obtain().scheduleBatch(List.of(task));
    traces.keep(task);
  }

  /**
   * Has a task run now that waits for later. One that isn't there or runs already is left alone.
   */
  public void wake(TaskInstanceId task, Instant now) {
    if (due(task).filter(due -> !due.isAfter(now)).isPresent()) {
      // A replica picks it at any moment: to move it would be a race for nothing.
      return;
    }
    try {
      client.obtain().reschedule(task, now);
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
      log.debug("{} {} isn't moved: {}", task.getTaskName(), task.getId(), e.getMessage());
    }
  }

  private Optional<Instant> due(TaskInstanceId task) {
    return client.obtain().getScheduledExecution(task).map(ScheduledExecution::getExecutionTime);
  }
}
