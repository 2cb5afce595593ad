package dev.holdfast.execution;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task that has an environment leave administration mode. Each wish has an instance of
 * its own, named by the request and its version, so that the end of one never takes the next along.
 */
@Configuration(proxyBeanMethods = false)
public class LegacyLeaveTask implements RequestEventListener {

  private static final TaskDescriptor<Void> LEAVE = TaskDescriptor.of("leave-administration-mode");
  private static final String VERSION = "@";

  private final TaskScheduler scheduler;
  private final Clock clock;

  LegacyLeaveTask(TaskScheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Inside the transaction of the click, so that a wish is always followed. */
  @Override
  public void on(Request request, RequestEvent event) {
    String instance = event.request() + VERSION + event.version();
    scheduler.schedule(LEAVE.instance(instance).scheduledTo(clock.instant()));
  }

  @Bean
  static Task<Void> driveLeaving(LeaveDrive drive, TaskTakeover takeover) {
    return StateTaskFactory.of(
        LEAVE,
        takeover,
        instance -> RequestId.parse(instance.split(VERSION)[0]).flatMap(drive::step));
  }
}
