package dev.holdfast.series;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import dev.holdfast.support.TaskTakeover;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that requests the runs of a series. Each has one until it has ended. */
@Configuration(proxyBeanMethods = false)
public class SeriesTask {

  private static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run-series");

  private final TaskScheduler scheduler;

  SeriesTask(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** In the transaction that stores the series. */
  void begin(Series series, Instant now) {
    scheduler.schedule(RUN.instance(series.id().toString()).scheduledTo(now));
  }

  /** After somebody changed it. */
  void wake(Series series, Instant now) {
    scheduler.wake(RUN.instanceId(series.id().toString()), now);
  }

  @Bean
  static Task<Void> runSeries(SeriesRunner runner, TaskTakeover takeover) {
    return Tasks.custom(RUN)
        .onDeadExecution(takeover.revival())
        .onFailure(ParkedTasks.afterAnHour())
        .execute(
            (instance, context) ->
                SeriesId.parse(instance.getId())
                    .flatMap(runner::run)
                    .<CompletionHandler<Void>>map(SeriesTask::again)
                    .orElse((done, operations) -> operations.remove()));
  }

  private static CompletionHandler<Void> again(Duration pause) {
    return (complete, operations) ->
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
  }
}
