package dev.holdfast.operation.draft;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that brings a review up to date whose check the service hadn't ended. */
@Configuration(proxyBeanMethods = false)
class ReviewUpdateTask {

  private static final TaskDescriptor<Void> UPDATE = TaskDescriptor.of("update-review");

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /** With the growing pauses that takes hours. */
  private static final int MOST_FAILURES = 10;

  private final TaskScheduler scheduler;
  private final Clock clock;

  ReviewUpdateTask(TaskScheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  void schedule(ReviewedDraft draft) {
    scheduler.schedule(
        UPDATE.instance(draft.id()).scheduledTo(clock.instant().plus(BETWEEN_LOOKS)));
  }

  @Bean
  static Task<Void> updateReview(ReviewUpdates updates, Clock clock) {
    return Tasks.custom(UPDATE)
        .onFailure(
            ParkedTasks.after(
                MOST_FAILURES,
                new FailureHandler.ExponentialBackoffFailureHandler<>(BETWEEN_LOOKS)))
        .execute((instance, context) -> next(updates.update(instance.getId()), clock));
  }

  private static CompletionHandler<Void> next(boolean over, Clock clock) {
    return over
        ? new OnCompleteRemove<>()
        : (complete, operations) ->
            operations.reschedule(complete, clock.instant().plus(BETWEEN_LOOKS));
  }
}
