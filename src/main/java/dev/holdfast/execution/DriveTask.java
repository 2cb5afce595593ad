package dev.holdfast.execution;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.State;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

/**
 * The durable task that drives a request: one step, then it says when it wants to be called next.
 */
@Configuration(proxyBeanMethods = false)
class DriveTask {

  private static final TaskDescriptor<Void> DRIVE = TaskDescriptor.of("drive-request");

  private final SchedulerClient scheduler;
  private final Clock clock;

  DriveTask(@Lazy SchedulerClient scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Inside the transaction of the last approval, so an approved request is always driven. */
  @EventListener
  void on(RequestEvent event) {
    boolean mayStart = event.what() == What.SUBMITTED || event.what() == What.APPROVED;
    if (mayStart && event.state() == State.APPROVED) {
      scheduler.schedule(DRIVE.instance(event.request().toString()).scheduledTo(clock.instant()));
    }
  }

  @Bean
  static Task<Void> driveRequest(Drive drive) {
    return StepTask.of(DRIVE, instance -> RequestId.parse(instance).flatMap(drive::step));
  }
}
