package dev.holdfast.approval.delegation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task at the end of a delegation. That no longer counts from then on, whether the task
 * runs or not; the task writes the end down and has it told.
 */
@Configuration(proxyBeanMethods = false)
public class DelegationTask implements DelegationListener {

  private static final TaskDescriptor<Void> END = TaskDescriptor.of("end-delegation");

  private final TaskScheduler scheduler;

  DelegationTask(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void started(Delegation delegation) {
    scheduler.schedule(
        END.instance(Long.toString(delegation.id())).scheduledTo(delegation.until()));
  }

  /** The task finds that it has ended, and does nothing. */
  @Override
  public void ended(Delegation delegation) {}

  @Bean
  static Task<Void> endDelegation(DelegationService delegations) {
    return Tasks.oneTime(END)
        .onFailure(ParkedTasks.afterHours())
        .execute((instance, context) -> delegations.expire(Long.parseLong(instance.getId())));
  }
}
