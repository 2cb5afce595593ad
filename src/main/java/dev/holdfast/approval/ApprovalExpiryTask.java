package dev.holdfast.approval;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.support.LogContext;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that ends a request when the time to decide is over. */
@Configuration(proxyBeanMethods = false)
public class ApprovalExpiryTask implements RequestEventListener {

  private static final TaskDescriptor<Void> EXPIRE = TaskDescriptor.of("expire-request");

  private final TaskScheduler scheduler;

  ApprovalExpiryTask(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Inside the transaction of the submission, so there is no request without its expiry. */
  @Override
  public void on(Request request, RequestEvent event) {
    if (event.state() == RequestState.AWAITING_APPROVAL) {
      scheduler.schedule(
          EXPIRE.instance(request.id().toString()).scheduledTo(request.terms().expiresAt()));
    }
  }

  @Bean
  static Task<Void> expireRequest(ApprovalService approvals) {
    return Tasks.oneTime(EXPIRE)
        .onFailure(ParkedTasks.afterHours())
        .execute(
            (instance, context) -> {
              try (LogContext trail = LogContext.request(instance.getId())) {
                RequestId.parse(instance.getId()).ifPresent(approvals::expire);
              }
            });
  }
}
