package dev.holdfast.notification.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that delivers one row of the outbox. */
@Configuration(proxyBeanMethods = false)
public class DeliveryTask {

  private static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("deliver-notice");

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
    scheduler.wake(DELIVER.instanceId(Long.toString(row)), clock.instant());
  }

  @Bean
  static Task<Void> deliverNotice(OutboxDelivery delivery, TaskTakeover takeover) {
    return Tasks.custom(DELIVER)
        .onDeadExecution(takeover.revival())
        .onFailure(ParkedTasks.afterAnHour())
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
