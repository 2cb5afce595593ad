package dev.holdfast.support;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the takeover of a durable task harmless for a task that is alive after all. The scheduler
 * knows only that heartbeats are missing.
 */
@Component
public class TaskTakeover implements ExecutionInterceptor {

  private static final Logger log = LoggerFactory.getLogger(TaskTakeover.class);

  /**
   * The share of the time without a heartbeat after which a task is taken over that it may use up.
   * The rest is for what it then does, and for clocks that differ.
   */
  private static final double MOST_WITHOUT_HEARTBEAT = 0.75;

  private final ObjectProvider<Scheduler> scheduler;

  public TaskTakeover(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /** Runs each task under its lease. A run that lost it leaves the task to the one that has it. */
  @Override
  public CompletionHandler<?> execute(
      TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
    try (TaskLease lease = TaskLease.of(() -> isOwn(context))) {
      return chain.proceed(task, context);
    } catch (TaskLease.LostException e) {
      log.warn("Stopped {} {}: {}", task.getTaskName(), task.getId(), e.getMessage());
      return (complete, operations) -> {};
    }
  }

  private static boolean isOwn(ExecutionContext context) {
    return context.getCurrentlyExecuting().getHeartbeatState().getFractionDead()
        < MOST_WITHOUT_HEARTBEAT;
  }

  /** Runs a task again whose replica is dead, but not one that still runs in this process. */
  public <T> DeadExecutionHandler<T> revival() {
    DeadExecutionHandler<T> revive = new DeadExecutionHandler.ReviveDeadExecution<>();
    return (complete, operations) -> {
      Execution execution = complete.getExecution();
      if (isRunningHere(execution)) {
        log.warn(
            "{} is late with its heartbeat and still runs here. It isn't started again.",
            execution.taskInstance);
      } else {
        revive.deadExecution(complete, operations);
      }
    };
  }

  private boolean isRunningHere(Execution execution) {
    Scheduler running = scheduler.getIfAvailable();
    return running != null
        && running.getCurrentlyExecuting().stream()
            .anyMatch(here -> here.getTaskInstance().equals(execution.taskInstance));
  }
}
