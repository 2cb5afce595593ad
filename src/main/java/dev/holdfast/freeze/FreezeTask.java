package dev.holdfast.freeze;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task at the end of a freeze. What waited goes on by itself from then on; the task
 * writes the end down and has it told.
 */
@Configuration(proxyBeanMethods = false)
public class FreezeTask implements FreezeListener {

  private static final TaskDescriptor<Void> END = TaskDescriptor.of("end-freeze");

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
        .onFailure(ParkedTasks.afterHours())
        .execute((instance, context) -> freezes.expire(Long.parseLong(instance.getId())));
  }
}
