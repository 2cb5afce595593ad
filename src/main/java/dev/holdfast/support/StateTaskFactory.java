package dev.holdfast.support;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A durable task of steps: it takes one, then says when it wants to be called next. */
public final class StateTaskFactory {

  private StateTaskFactory() {}

  /**
   * @param step takes the next step for an instance of the task; empty when there is none
   */
  public static Task<Void> of(
      TaskDescriptor<Void> task, TaskTakeover takeover, Function<String, Optional<Duration>> step) {
    return Tasks.custom(task)
        .onDeadExecution(takeover.revival())
        .onFailure(ParkedTasks.afterAnHour())
        .execute(
            (instance, context) -> {
              try (LogContext trail = LogContext.request(instance.getId())) {
                return step.apply(instance.getId())
                    .<CompletionHandler<Void>>map(StateTaskFactory::again)
                    .orElse((done, operations) -> operations.remove());
              }
            });
  }

  private static CompletionHandler<Void> again(Duration pause) {
    return (complete, operations) ->
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
  }
}
