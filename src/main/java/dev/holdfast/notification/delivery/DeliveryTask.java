package dev.holdfast.notification.delivery;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that delivers one row of the outbox. */
@Configuration(proxyBeanMethods = false)
public class DeliveryTask {

  private static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("deliver-notice");
  private static final Logger log = LoggerFactory.getLogger(DeliveryTask.class);

  /** So often a task fails before it's parked: an hour of failures. */
  private static final int MOST_FAILURES = 240;

  private static final Duration AFTER_A_BUG = Duration.ofSeconds(15);

  private final TaskScheduler scheduler;
  private final Clock clock;

  DeliveryTask(TaskScheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  public void schedule(long row) {
    scheduler.schedule(DELIVER.instance(Long.toString(row)).scheduledTo(clock.instant()));
  }

  /** What waited behind another need not wait longer. */
  void wake(long row) {
    TaskInstanceId task = DELIVER.instanceId(Long.toString(row));
    Instant now = clock.instant();
    if (scheduler.due(task).filter(due -> !due.isAfter(now)).isPresent()) {
      // Somebody picks it at any moment: to move it would be a race for nothing.
      return;
    }
    try {
      scheduler.reschedule(task, now);
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
      log.debug("Row {} comes by itself: {}", row, e.getMessage());
    }
  }

  @Bean
  static Task<Void> deliverNotice(OutboxDelivery delivery, TaskTakeover takeover) {
    return Tasks.custom(DELIVER)
        .onDeadExecution(takeover.revival())
        .onFailure(
            ParkedTasks.after(MOST_FAILURES, new FailureHandler.OnFailureRetryLater<>(AFTER_A_BUG)))
        .execute(
            (instance, context) -> {
              Optional<Duration> pause = delivery.attempt(Long.parseLong(instance.getId()));
              return pause
                  .<CompletionHandler<Void>>map(DeliveryTask::again)
                  .orElse((done, operations) -> operations.remove());
            });
  }

  private static CompletionHandler<Void> again(Duration pause) {
    return (complete, operations) ->
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
  }
}
