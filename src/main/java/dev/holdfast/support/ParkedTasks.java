package dev.holdfast.support;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Durable tasks that failed again and again. They stay in the table of the scheduler, due at an
 * instant that doesn't come, until an operator releases them.
 */
@Repository
public class ParkedTasks {

  /** When a parked task is due. */
  private static final Instant NEVER = Instant.parse("3000-01-01T00:00:00Z");

  /** With pauses that grow, that takes hours. */
  private static final int MOST_FAILURES = 15;

  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

  private static final Duration SHORT_PAUSE = Duration.ofSeconds(15);

  private static final int FAILURES_IN_AN_HOUR = (int) Duration.ofHours(1).dividedBy(SHORT_PAUSE);

  private static final Logger log = LoggerFactory.getLogger(ParkedTasks.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  public ParkedTasks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A parked task. */
  public record Parked(String name, String instance, int failures) {

    /** What releases it in the chat. */
    public String command() {
      return "release %s %s".formatted(name, instance);
    }
  }

  /**
   * Handles failures as another handler does, and parks a task that keeps failing.
   *
   * @param most how often it may fail in a row
   */
  public static <T> FailureHandler<T> after(int most, FailureHandler<T> before) {
    return (complete, operations) -> {
      int failures = complete.getExecution().consecutiveFailures + 1;
      if (failures < most) {
        before.onFailure(complete, operations);
        return;
      }
      TaskInstance<?> task = complete.getExecution().taskInstance;
      log.error(
          "{} {} has failed {} times and is parked. After its cause is fixed, release it in the"
              + " chat: release {} {}",
          task.getTaskName(),
          task.getId(),
          failures,
          task.getTaskName(),
          task.getId());
      park(complete, operations);
    };
  }

  /** Tries again after pauses that grow, and parks a task that has failed for hours. */
  public static <T> FailureHandler<T> afterHours() {
    return after(MOST_FAILURES, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY));
  }

  /** Tries again every few seconds, and parks a task that has failed for an hour. */
  public static <T> FailureHandler<T> afterAnHour() {
    return after(FAILURES_IN_AN_HOUR, new FailureHandler.OnFailureRetryLater<>(SHORT_PAUSE));
  }

  /** Parks a task that has come to an end that only an operator can change. */
  public static <T> CompletionHandler<T> parking() {
    return ParkedTasks::park;
  }

  private static <T> void park(ExecutionComplete complete, ExecutionOperations<T> operations) {
    operations.reschedule(complete, NEVER);
  }

  /**
   * So many, by name.
   *
   * @param from how many come before
   */
  public List<Parked> list(int from, int most) {
    return jdbc.sql(
            """
            select task_name, task_instance, consecutive_failures from scheduled_tasks
            where execution_time >= :never order by task_name, task_instance limit :most offset :from
            """)
        .param("never", NEVER.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .param("from", from)
        .query(
            (row, number) ->
                new Parked(
                    row.getString("task_name"),
                    row.getString("task_instance"),
                    row.getInt("consecutive_failures")))
        .list();
  }

  /** How many there are. */
  public long count() {
    return jdbc.sql("select count(*) from scheduled_tasks where execution_time >= ?")
        .param(NEVER.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /**
   * Has a parked task run again, as if it had never failed.
   *
   * @return whether it was parked
   */
  public boolean release(String name, String instance) {
    return jdbc.sql(
                """
                update scheduled_tasks
                set execution_time = :now, consecutive_failures = 0, version = version + 1
                where task_name = :name and task_instance = :instance
                  and execution_time >= :never and picked = false
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("name", name)
            .param("instance", instance)
            .param("never", NEVER.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /**
   * Has all parked tasks of a name run again.
   *
   * @return how many were parked
   */
  public int releaseAll(String name) {
    return jdbc.sql(
            """
            update scheduled_tasks
            set execution_time = :now, consecutive_failures = 0, version = version + 1
            where task_name = :name and execution_time >= :never and picked = false
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("name", name)
        .param("never", NEVER.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Removes a parked task whose work nobody needs any more. */
  public void remove(String name, String instance) {
    jdbc.sql(
            """
            delete from scheduled_tasks
            where task_name = :name and task_instance = :instance
              and execution_time >= :never and picked = false
            """)
        .param("name", name)
        .param("instance", instance)
        .param("never", NEVER.atOffset(ZoneOffset.UTC))
        .update();
  }
}
