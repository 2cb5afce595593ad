package dev.holdfast.approval.window;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.support.LogContext;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable tasks for what is due while a request awaits approval, one for each thing. */
@Configuration(proxyBeanMethods = false)
public class ApprovalWindowTask implements RequestEventListener {

  private static final TaskDescriptor<Void> DUE = TaskDescriptor.of("approval-window");

  private final TaskScheduler scheduler;

  ApprovalWindowTask(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** What was due before an event was done, or nothing was to be done. */
  @Override
  public void on(Request request, RequestEvent event) {
    if (event.state() == RequestState.AWAITING_APPROVAL) {
      WindowPoint.of(request).stream()
          .filter(point -> point.at().isAfter(event.at()))
          .forEach(
              point ->
                  scheduler.schedule(
                      DUE.instance(request.id() + "/" + point).scheduledTo(point.at())));
    }
  }

  @Bean
  static Task<Void> approvalWindow(WindowService windows) {
    return Tasks.oneTime(DUE)
        .onFailure(ParkedTasks.afterHours())
        .execute((instance, context) -> due(windows, instance.getId()));
  }

  private static void due(WindowService windows, String name) {
    String request = name.substring(0, Math.max(0, name.indexOf('/')));
    try (LogContext trail = LogContext.request(request)) {
      RequestId.parse(request)
          .ifPresent(
              id ->
                  WindowPoint.parse(name.substring(request.length() + 1))
                      .ifPresent(
                          point -> {
                            windows.prepare(id);
                            windows.due(id, point);
                          }));
    }
  }
}
