package dev.holdfast.execution.legacy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.holdfast.execution.StateHandler;
import dev.holdfast.request.RequestId;
import dev.holdfast.support.StateTaskFactory;
import dev.holdfast.support.TaskTakeover;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task by which earlier versions leave administration mode. Each wish has an instance
 * of its own, named by the request and its version. Now a request of its own does that, so the task
 * only hands a wish over and ends.
 */
@Configuration(proxyBeanMethods = false)
class LegacyLeaveTask {

  private static final TaskDescriptor<Void> LEAVE = TaskDescriptor.of("leave-administration-mode");
  private static final String VERSION = "@";

  @Bean
  static Task<Void> driveLeaving(LegacyLeaveMigration migration, TaskTakeover takeover) {
    return StateTaskFactory.of(
        LEAVE,
        takeover,
        instance -> {
          RequestId.parse(instance.split(VERSION)[0]).ifPresent(migration::handOver);
          return StateHandler.DONE;
        });
  }
}
