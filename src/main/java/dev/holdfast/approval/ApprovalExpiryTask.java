package dev.holdfast.approval;

import dev.holdfast.approval.ApprovalService;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestRepository;
import dev.holdfast.request.RequestState;
import dev.holdfast.support.LogContext;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

/** The durable task that ends a request when the time to decide is over. */
@Configuration(proxyBeanMethods = false)
class ApprovalExpiryTask {

  private static final TaskDescriptor<Void> EXPIRE = TaskDescriptor.of("expire-request");
  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

  private final SchedulerClient scheduler;
  private final RequestRepository requests;

  ApprovalExpiryTask(@Lazy SchedulerClient scheduler, RequestRepository requests) {
    this.scheduler = scheduler;
    this.requests = requests;
  }

  /** Inside the transaction of the submission, so there is no request without its expiry. */
  @EventListener
  void on(RequestEvent event) {
    if (event.type() == RequestEventType.SUBMITTED
        && event.state() == RequestState.AWAITING_APPROVAL) {
      requests
          .find(event.request())
          .ifPresent(
              request ->
                  scheduler.schedule(
                      EXPIRE
                          .instance(event.request().toString())
                          .scheduledTo(request.details().expiresAt())));
    }
  }

  @Bean
  static Task<Void> expireRequest(ApprovalService approvals) {
    return Tasks.oneTime(EXPIRE)
        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
        .execute(
            (instance, context) -> {
              try (LogContext trail = LogContext.request(instance.getId())) {
                RequestId.parse(instance.getId()).ifPresent(approvals::expire);
              }
            });
  }
}
