package dev.holdfast.bot.dispatch;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks of replies that are being given outside the scheduler. A task that the scheduler has
 * taken is left to it. Several tasks are always changed in the same order, so that two transactions
 * don't wait for each other.
 */
@Repository
public class ReplyTaskStore {

  private static final String WHERE =
      " where task_name = ? and task_instance = ? and picked = false";

  private static final String POSTPONE =
      "update scheduled_tasks set execution_time = ?, version = version + 1" + WHERE;

  private final JdbcTemplate jdbc;
  private final JdbcTemplate reserved;
  private final Clock clock;

  /**
   * @param reserved connections that a burst of messages can't use up
   */
  ReplyTaskStore(
      DataSource dataSource, @Qualifier("reservedDataSource") DataSource reserved, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.reserved = new JdbcTemplate(reserved);
    this.clock = clock;
  }

  /** The replies are given; one transaction for all. */
  @Transactional
  public void remove(List<? extends TaskInstanceId> tasks) {
    jdbc.batchUpdate(
        "delete from scheduled_tasks" + WHERE,
        inOrder(tasks).stream()
            .map(task -> new Object[] {task.getTaskName(), task.getId()})
            .toList());
  }

  /**
   * Has the scheduler leave tasks alone for longer.
   *
   * @return those that the scheduler hasn't taken
   */
  public List<TaskInstanceId> extend(List<? extends TaskInstanceId> tasks, Instant due) {
    List<? extends TaskInstanceId> ordered = inOrder(tasks);
    int[] changed =
        reserved.batchUpdate(
            POSTPONE,
            ordered.stream()
                .map(
                    task ->
                        new Object[] {
                          due.atOffset(ZoneOffset.UTC), task.getTaskName(), task.getId()
                        })
                .toList());
    List<TaskInstanceId> extended = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] > 0) {
        extended.add(ordered.get(i));
      }
    }
    return extended;
  }

  private static <T extends TaskInstanceId> List<T> inOrder(List<T> tasks) {
    return tasks.stream().sorted(Comparator.comparing(TaskInstanceId::getId)).toList();
  }

  /** Has the scheduler run a task at another time. */
  public void postpone(TaskInstanceId task, Instant due) {
    jdbc.update(POSTPONE, due.atOffset(ZoneOffset.UTC), task.getTaskName(), task.getId());
  }

  /** The same after an attempt that counts as a failed one. */
  public void postponeAfterFailure(TaskInstanceId task, Instant due) {
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
