package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The tasks of replies that are being given outside the scheduler. A task that the scheduler has
 * taken is left to it.
 */
@Repository
class ReplyTaskStore {

  private static final String WHERE =
      " where task_name = ? and task_instance = ? and picked = false";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  ReplyTaskStore(DataSource dataSource, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.clock = clock;
  }

  /** The replies are given. */
  void remove(List<? extends TaskInstanceId> tasks) {
    jdbc.batchUpdate(
        "delete from scheduled_tasks" + WHERE,
        tasks.stream().map(task -> new Object[] {task.getTaskName(), task.getId()}).toList());
  }

  /**
   * Has the scheduler run a task at another time.
   *
   * @return false when the scheduler runs it already
   */
  boolean postpone(TaskInstanceId task, Instant due) {
    return jdbc.update(
            "update scheduled_tasks set execution_time = ?, version = version + 1" + WHERE,
            due.atOffset(ZoneOffset.UTC),
            task.getTaskName(),
            task.getId())
        > 0;
  }

  /** The same after an attempt that counts as a failed one. */
  void postponeAfterFailure(TaskInstanceId task, Instant due) {
    jdbc.update(
        "update scheduled_tasks set execution_time = ?, version = version + 1,"
            + " consecutive_failures = 1, last_failure = ?"
            + WHERE,
        due.atOffset(ZoneOffset.UTC),
        clock.instant().atOffset(ZoneOffset.UTC),
        task.getTaskName(),
        task.getId());
  }
}
