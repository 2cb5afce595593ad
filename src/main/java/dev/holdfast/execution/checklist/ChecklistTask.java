package dev.holdfast.execution.checklist;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.support.LogContext;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that reminds of what is still to be done after a restore or copy. */
@Configuration(proxyBeanMethods = false)
public class ChecklistTask implements RequestEventListener {

  /** With which a request can have succeeded. */
  public static final Set<RequestEventType> TELLS =
      EnumSet.of(RequestEventType.SUCCEEDED, RequestEventType.SETTLED);

  private static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("remind-of-checklist");

  private final TaskScheduler scheduler;
  private final ChecklistProperties settings;

  ChecklistTask(TaskScheduler scheduler, ChecklistProperties settings) {
    this.scheduler = scheduler;
    this.settings = settings;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    if (request.completed().checklist().isReminderDue()) {
      scheduler.schedule(
          REMIND
              .instance(request.id().toString())
              .scheduledTo(event.at().plus(settings.remindAfter())));
    }
  }

  @Bean
  static Task<Void> remindOfChecklist(ChecklistReminder reminder) {
    return Tasks.oneTime(REMIND)
        .onFailure(ParkedTasks.afterHours())
        .execute(
            (instance, context) -> {
              try (LogContext trail = LogContext.request(instance.getId())) {
                RequestId.parse(instance.getId()).ifPresent(reminder::remind);
              }
            });
  }
}
