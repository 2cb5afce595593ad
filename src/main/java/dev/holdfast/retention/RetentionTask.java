package dev.holdfast.retention;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The durable task that deletes what is no longer kept, once an hour on one replica. */
@Configuration(proxyBeanMethods = false)
class RetentionTask {

  static final int BATCH = 500;

  private static final Logger log = LoggerFactory.getLogger(RetentionTask.class);

  @Bean
  static Task<Void> deleteExpiredRows(List<ExpiredRows> expired) {
    return Tasks.recurring("delete-expired-rows", FixedDelay.ofHours(1))
        .execute(
            (task, context) -> {
              cancelPredecessor(context.getSchedulerClient());
              delete(expired);
            });
  }

  /** Nobody runs the task of earlier versions any more, and the scheduler would keep saying so. */
  private static void cancelPredecessor(SchedulerClient scheduler) {
    try {
      scheduler.cancel(TaskInstanceId.of("forget-activities", RecurringTask.INSTANCE));
    } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
      log.debug("There is no task of an earlier version to cancel: {}", e.getMessage());
    }
  }

  /** What can't be deleted now is deleted in an hour, and holds up nothing else. */
  static void delete(List<ExpiredRows> expired) {
    for (ExpiredRows rows : expired) {
      try {
        long deleted = rows.delete(BATCH);
        if (deleted > 0) {
          log.info("Deleted {} expired rows of {}", deleted, rows.name());
        }
      } catch (DataAccessException | TransactionException e) {
        log.warn("Couldn't delete expired rows of {}, trying again in an hour", rows.name(), e);
      }
    }
  }
}
