package dev.holdfast.api.order;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that checks an order and submits it. */
@Configuration(proxyBeanMethods = false)
class OrderCheckTask {

  private static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("check-api-order");

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final TaskScheduler scheduler;
  private final Clock clock;

  OrderCheckTask(TaskScheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  void schedule(Order order) {
    scheduler.scheduleNew(CHECK.instance(order.id()).scheduledTo(clock.instant()));
  }

  @Bean
  static Task<Void> checkApiOrder(OrderCheck checks, Clock clock) {
    return Tasks.custom(CHECK)
        .onFailure(ParkedTasks.afterHours())
        .execute((instance, context) -> next(checks.check(instance.getId()), clock));
  }

  private static CompletionHandler<Void> next(boolean over, Clock clock) {
    return over
        ? new OnCompleteRemove<>()
        : (complete, operations) ->
            operations.reschedule(complete, clock.instant().plus(BETWEEN_LOOKS));
  }
}
