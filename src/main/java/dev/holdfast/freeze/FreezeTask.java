package dev.holdfast.freeze;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task at the end of a freeze. What waited goes on by itself from then on; the task
 * writes the end down and has it told.
 */
@Configuration(proxyBeanMethods = false)
public class FreezeTask implements FreezeListener {

  private static final TaskDescriptor<Void> END = TaskDescriptor.of("end-freeze");

  /** With the growing pauses that takes hours. */
  private static final int MOST_FAILURES = 15;

  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

  private final TaskScheduler scheduler;

  FreezeTask(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void started(Freeze freeze) {
    scheduler.schedule(END.instance(Long.toString(freeze.id())).scheduledTo(freeze.until()));
  }

  /** The task finds that it has ended, and does nothing. */
  @Override
  public void ended(Freeze freeze) {}

  @Bean
  static Task<Void> endFreeze(FreezeService freezes) {
    return Tasks.oneTime(END)
        .onFailure(
            ParkedTasks.after(
                MOST_FAILURES, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY)))
        .execute((instance, context) -> freezes.expire(Long.parseLong(instance.getId())));
  }
}
