package dev.holdfast.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.RequestId;
import dev.holdfast.support.LogContext;
import dev.holdfast.support.ParkedTasks;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that has cards say that an operation takes longer than usual. */
@Configuration(proxyBeanMethods = false)
class OverdueCardTask {

  private static final TaskDescriptor<Void> UPDATE = TaskDescriptor.of("update-overdue-cards");

  /** The usual duration is read by the task: what the service took is stored even if that fails. */
  static SchedulableInstance<Void> of(RequestId request, Instant started) {
    return UPDATE.instance(request.toString()).scheduledTo(started);
  }

  @Bean
  static Task<Void> updateOverdueCards(OverdueCards cards) {
    return Tasks.custom(UPDATE)
        .onFailure(ParkedTasks.afterHours())
        .execute(
            (instance, context) -> {
              try (LogContext trail = LogContext.request(instance.getId())) {
                return RequestId.parse(instance.getId())
                    .flatMap(cards::update)
                    .<CompletionHandler<Void>>map(
                        next -> (done, operations) -> operations.reschedule(done, next))
                    .orElse((done, operations) -> operations.remove());
              }
            });
  }
}
