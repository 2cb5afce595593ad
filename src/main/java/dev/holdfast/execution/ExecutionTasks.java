package dev.holdfast.execution;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.support.StateTaskFactory;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import java.time.Clock;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task that drives a request: one step, then it says when it wants to be called next.
 */
@Configuration(proxyBeanMethods = false)
public class ExecutionTasks implements RequestEventListener {

  private static final TaskDescriptor<Void> DRIVE = TaskDescriptor.of("drive-request");

  private static final TaskDescriptor<Void> SETTLED = TaskDescriptor.of("drive-settled-request");
  private static final String VERSION = "@";

  private final TaskScheduler scheduler;
  private final Clock clock;

  ExecutionTasks(TaskScheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** In the transaction of the last approval or of a person's word, so that each is acted upon. */
  @Override
  public void on(Request request, RequestEvent event) {
    if (event.type() == RequestEventType.SETTLED) {
      schedule(SETTLED.instance(event.request() + VERSION + event.version()));
    } else if (event.type() == RequestEventType.UNKNOWN && event.isOfAPerson()) {
      wake(request);
    } else if (event.state() == RequestState.APPROVED) {
      schedule(DRIVE.instance(event.request().toString()));
    }
    if (request.details().isPart() && event.state().isClosed()) {
      request.details().followUpOf().ifPresent(this::wakeWhole);
    }
  }

  /** It may have been the last part. Where that comes too early, the next look finds it. */
  private void wakeWhole(RequestId whole) {
    scheduler.wake(DRIVE.instanceId(whole.toString()), clock.instant());
  }

  private void schedule(TaskInstance.Builder<Void> instance) {
    scheduler.schedule(instance.scheduledTo(clock.instant()));
  }

  /** What a person ended is looked at now, and not when the next look was due. */
  private void wake(Request request) {
    TaskInstanceId task =
        request
            .resolution()
            .last()
            .map(said -> SETTLED.instanceId(request.id() + VERSION + said.version()))
            .orElseGet(() -> DRIVE.instanceId(request.id().toString()));
    scheduler.wake(task, clock.instant());
  }

  /** Each word has an instance of its own, and only that of the last one drives the request. */
  @Bean
  static Task<Void> driveSettledRequest(RequestWorker drive, TaskTakeover takeover) {
    return StateTaskFactory.of(
        SETTLED,
        takeover,
        instance -> {
          String[] parts = instance.split(VERSION);
          return RequestId.parse(parts[0])
              .flatMap(id -> drive.run(id, OptionalLong.of(Long.parseLong(parts[1]))));
        });
  }

  @Bean
  static Task<Void> driveRequest(RequestWorker drive, TaskTakeover takeover) {
    return StateTaskFactory.of(
        DRIVE,
        takeover,
        instance -> RequestId.parse(instance).flatMap(id -> drive.run(id, OptionalLong.empty())));
  }
}
