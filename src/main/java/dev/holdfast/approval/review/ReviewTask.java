package dev.holdfast.approval.review;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.support.LogContext;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps which emergencies have to be reviewed, and the durable task that reminds of it. */
@Configuration(proxyBeanMethods = false)
public class ReviewTask implements RequestEventListener {

  /** From when on there is something to review, and when there isn't any more. */
  public static final Set<RequestEventType> TELLS =
      EnumSet.of(
          RequestEventType.STARTED,
          RequestEventType.VERIFYING,
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.UNKNOWN,
          RequestEventType.REVIEWED);

  private static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("remind-of-review");

  private final MissingReviews missing;
  private final TaskScheduler scheduler;

  ReviewTask(MissingReviews missing, TaskScheduler scheduler) {
    this.missing = missing;
    this.scheduler = scheduler;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    if (event.type() == RequestEventType.REVIEWED) {
      missing.remove(request.id());
    } else if (request.emergency().isReviewMissing()) {
      owe(request, event.at());
    }
  }

  private void owe(Request request, Instant now) {
    ReviewTimes times = ReviewTimes.of(request.emergency().declared().orElseThrow(), now);
    Instant first = times.nextReminder(now);
    if (missing.add(request.id(), times.due(), first)) {
      scheduler.schedule(REMIND.instance(request.id().toString()).scheduledTo(first));
    }
  }

  @Bean
  static Task<Void> remindOfReview(ReviewReminders reminders) {
    return Tasks.custom(REMIND)
        .onFailure(ParkedTasks.afterHours())
        .execute(
            (instance, context) -> {
              try (LogContext trail = LogContext.request(instance.getId())) {
                return RequestId.parse(instance.getId())
                    .flatMap(reminders::remind)
                    .<CompletionHandler<Void>>map(
                        next -> (done, operations) -> operations.reschedule(done, next))
                    .orElse((done, operations) -> operations.remove());
              }
            });
  }
}
