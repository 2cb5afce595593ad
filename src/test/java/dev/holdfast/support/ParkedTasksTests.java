package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.check.SchedulerCheck;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What keeps failing is put aside, is found by the doctor, and runs again when it's released. */
@EachDatabase
class ParkedTasksTests {

  private static final Instant NEVER = Instant.parse("3000-01-01T00:00:00Z");

  private final Databases database;
  private Workbench bench;
  private ParkedTasks tasks;

  ParkedTasksTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new Workbench(database.fresh()).open("request");
    tasks = new ParkedTasks(bench.get(JdbcClient.class), bench.clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void failsAsBeforeUntilItHasFailedTooOften() {
    FailureHandler<Void> before = Mockito.mock();
    ExecutionOperations<Void> operations = Mockito.mock();
    FailureHandler<Void> handler = ParkedTasks.after(3, before);
    handler.onFailure(failed(1), operations);
    verify(before).onFailure(any(), any());
    verify(operations, never()).reschedule(any(), any());
    ExecutionComplete third = failed(2);
    handler.onFailure(third, operations);
    verify(operations).reschedule(eq(third), eq(NEVER));
  }

  private static ExecutionComplete failed(int before) {
    Execution execution = new Execution(NEVER, new TaskInstance<>("drive-request", "R-1"));
    execution.consecutiveFailures = before;
    ExecutionComplete complete = Mockito.mock();
    Mockito.when(complete.getExecution()).thenReturn(execution);
    return complete;
  }

  @Test
  void isListedAndReleasedOnce() {
    store("drive-request", "R-1", NEVER, 240);
    store("drive-request", "R-2", bench.clock.instant(), 1);
    assertThat(tasks.list(1, 10)).isEmpty();
    assertThat(tasks.list(0, 10))
        .containsExactly(new ParkedTasks.Parked("drive-request", "R-1", 240));
    CheckResult found = new SchedulerCheck(bench.get(JdbcClient.class), bench.clock).check();
    assertThat(found.sentence()).contains("parked: drive-request R-1.");
    assertThat(found.remedy().orElseThrow().command()).hasValue("release drive-request R-1");
    assertThat(tasks.release("drive-request", "R-2")).isFalse();
    assertThat(tasks.release("drive-request", "R-1")).isTrue();
    assertThat(tasks.release("drive-request", "R-1")).isFalse();
    assertThat(tasks.list(0, 10)).isEmpty();
  }

  @Test
  void allOfANameAreReleasedAtOnce() {
    store("deliver-webhook", "1", NEVER, 0);
    store("deliver-webhook", "2", NEVER, 0);
    store("deliver-webhook", "3", bench.clock.instant(), 0);
    store("drive-request", "R-1", NEVER, 240);
    assertThat(tasks.releaseAll("deliver-webhook")).isEqualTo(2);
    assertThat(tasks.list(0, 10))
        .containsExactly(new ParkedTasks.Parked("drive-request", "R-1", 240));
    assertThat(tasks.releaseAll("deliver-webhook")).isZero();
  }

  @Test
  void onlyAParkedTaskIsRemoved() {
    store("deliver-webhook", "1", NEVER, 0);
    store("deliver-webhook", "2", bench.clock.instant(), 0);
    tasks.remove("deliver-webhook", "1");
    tasks.remove("deliver-webhook", "2");
    assertThat(
            bench
                .get(JdbcClient.class)
                .sql("select task_instance from scheduled_tasks where task_name = ?")
                .param("deliver-webhook")
                .query(String.class)
                .list())
        .containsExactly("2");
  }

  private void store(String name, String instance, Instant due, int failures) {
    bench
        .get(JdbcClient.class)
        .sql(
            """
            insert into scheduled_tasks
              (task_name, task_instance, execution_time, picked, consecutive_failures, version)
            values (?, ?, ?, false, ?, 1)
            """)
        .params(name, instance, due.atOffset(ZoneOffset.UTC), failures)
        .update();
  }
}
