package dev.holdfast.notification;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.holdfast.request.CompletedRequest;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskScheduler;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Updates cards whose buttons change without an event of their own request: because another request
 * starts or ends on the same environment, or because a waiting period is over.
 */
@Configuration(proxyBeanMethods = false)
public class CardUpdateTask implements RequestEventListener {

  private static final TaskDescriptor<Void> UPDATE = TaskDescriptor.of("update-request-cards");

  private static final int RECENT = 50;

  /** What makes another request's environment busy, or free again. */
  private static final Set<RequestEventType> STARTS_AND_ENDS =
      Set.of(
          RequestEventType.SAFETY_STARTING,
          RequestEventType.STARTING,
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.UNKNOWN,
          RequestEventType.CANCELLED,
          RequestEventType.VOIDED,
          RequestEventType.MISSED);

  /** The same, and what the card of a request shows of another that follows it up. */
  public static final Set<RequestEventType> CHANGES_OTHERS =
      Set.of(
          RequestEventType.WAITING,
          RequestEventType.SAFETY_STARTING,
          RequestEventType.STARTING,
          RequestEventType.STARTED,
          RequestEventType.VERIFYING,
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.UNKNOWN,
          RequestEventType.CANCELLED,
          RequestEventType.VOIDED,
          RequestEventType.REHEARSED,
          RequestEventType.MISSED);

  private final RequestRepository requests;
  private final CardUpdates updates;
  private final TaskScheduler scheduler;
  private final Clock clock;

  CardUpdateTask(
      RequestRepository requests, CardUpdates updates, TaskScheduler scheduler, Clock clock) {
    this.requests = requests;
    this.updates = updates;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    request.details().followUpOf().ifPresent(updates::redraw);
    if (event.type() == RequestEventType.STARTED) {
      scheduler.schedule(OverdueCardTask.of(request.id(), event.at()));
    }
    if (STARTS_AND_ENDS.contains(event.type())) {
      updateOthersOn(request);
      updateWhenItCanBeRequestedAgain(request);
    }
  }

  private void updateOthersOn(Request request) {
    String environment = request.details().spec().affected().id();
    requests.recentOn(environment, RECENT).stream()
        .filter(other -> other.id().number() != request.id().number())
        .filter(other -> other.details().spec().affected().id().equals(environment))
        .filter(other -> other.administrationMode().filter(TargetAdminMode::offered).isPresent())
        .forEach(other -> updates.redraw(other.id()));
  }

  private void updateWhenItCanBeRequestedAgain(Request request) {
    CompletedRequest aftermath = request.completed();
    aftermath
        .againFrom()
        .filter(from -> from.isAfter(clock.instant()))
        .ifPresent(
            from -> scheduler.schedule(UPDATE.instance(request.id().toString()).scheduledTo(from)));
  }

  @Bean
  static Task<Void> updateRequestCards(
      CardUpdates updates, TransactionTemplate transaction, Clock clock) {
    return Tasks.oneTime(UPDATE)
        .onFailure(ParkedTasks.afterAnHour())
        .execute(
            (instance, context) ->
                RequestId.parse(instance.getId())
                    .ifPresent(
                        id -> transaction.executeWithoutResult(status -> updates.redraw(id))));
  }
}
