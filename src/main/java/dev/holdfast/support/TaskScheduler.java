package dev.holdfast.support;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Schedules durable tasks, in the caller's transaction. The scheduler is made of all tasks, and
 * most tasks schedule others, so it's looked up at the first use.
 */
@Component
public class TaskScheduler {

  private final SingletonSupplier<SchedulerClient> client;

  public TaskScheduler(ObjectProvider<SchedulerClient> client) {
    this.client = SingletonSupplier.of(client::getObject);
  }

  /** Does nothing if there is such a task already. */
  public void schedule(SchedulableInstance<?> task) {
    client.obtain().schedule(task);
  }

  /**
   * @return whether there was no such task
   */
  public boolean scheduleIfNotExists(SchedulableInstance<?> task) {
    return client.obtain().scheduleIfNotExists(task);
  }

  /** Schedules a task of which it's known that there is none, which saves looking for it. */
  public void scheduleNew(SchedulableInstance<?> task) {
    client.obtain().scheduleBatch(List.of(task));
  }

  /** When a task is due; empty if there is none. */
  public Optional<Instant> due(TaskInstanceId task) {
    return client.obtain().getScheduledExecution(task).map(ScheduledExecution::getExecutionTime);
  }

  /**
   * @throws TaskInstanceNotFoundException if there is none
   * @throws TaskInstanceCurrentlyExecutingException if it runs now
   */
  public void reschedule(TaskInstanceId task, Instant due) {
    client.obtain().reschedule(task, due);
  }
}
