package dev.holdfast.webhook;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that sends one event to one endpoint. That of a dead event is parked. */
@Configuration(proxyBeanMethods = false)
public class WebhookTask {

  static final String NAME = "deliver-webhook";

  private static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of(NAME);

  private final TaskScheduler scheduler;
  private final Clock clock;

  WebhookTask(TaskScheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  void schedule(long event) {
    scheduler.schedule(DELIVER.instance(Long.toString(event)).scheduledTo(clock.instant()));
  }

  /** What waited behind another need not wait longer. */
  void wake(long event) {
    scheduler.wake(DELIVER.instanceId(Long.toString(event)), clock.instant());
  }

  @Bean
  static Task<Void> deliverWebhook(WebhookDelivery delivery, TaskTakeover takeover) {
    return Tasks.custom(DELIVER)
        .onDeadExecution(takeover.revival())
        .onFailure(ParkedTasks.afterAnHour())
        .execute(
            (instance, context) -> {
              DeliveryStep next = delivery.attempt(Long.parseLong(instance.getId()));
              return switch (next.kind()) {
                case DONE -> (done, operations) -> operations.remove();
                case AGAIN -> again(next.pause());
                case DEAD -> ParkedTasks.parking();
              };
            });
  }

  private static CompletionHandler<Void> again(Duration pause) {
    return (complete, operations) ->
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
  }
}
