package dev.holdfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A task whose heartbeats are missing, although it is alive. */
class TaskTakeoverTests {

  private static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send");
  private static final Duration LONGER_THAN_ANY_HEARTBEAT = Duration.ofHours(5);

  private final TestDatabase database = Databases.H2.fresh();
  private final SettableClock clock = new SettableClock();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ManualScheduler first = replica("first");
  private final ManualScheduler second = replica("second");

  @Test
  void aTaskWithItsHeartbeatsActs() throws Exception {
    CompletableFuture<Void> run = runsTheTask(first);

    goOn.countDown();

    run.get(1, TimeUnit.MINUTES);
    assertThat(sent).containsExactly("first");
    assertThat(first.getScheduledExecutions()).isEmpty();
  }

  @Test
  void aTaskThatStillRunsInThisProcessIsNotStartedBesideItself() throws Exception {
    CompletableFuture<Void> run = runsTheTask(first);
    clock.set(clock.now().plus(LONGER_THAN_ANY_HEARTBEAT));

    first.runDeadExecutionDetection();
    first.runAnyDueExecutions();
    assertThat(sent).isEmpty();
    goOn.countDown();
    run.get(1, TimeUnit.MINUTES);

    first.runDeadExecutionDetection();
    first.runAnyDueExecutions();
    assertThat(sent).containsExactly("first");
  }

  @Test
  void aTaskThatAnotherReplicaTookOverActsNoMore() throws Exception {
    CompletableFuture<Void> run = runsTheTask(first);
    clock.set(clock.now().plus(LONGER_THAN_ANY_HEARTBEAT));
    second.runDeadExecutionDetection();

    goOn.countDown();
    run.get(1, TimeUnit.MINUTES);
    second.runAnyDueExecutions();

    assertThat(sent).containsExactly("second");
    assertThat(second.getScheduledExecutions()).isEmpty();
  }

  /** Until it is about to act. */
  private CompletableFuture<Void> runsTheTask(ManualScheduler replica) throws InterruptedException {
    replica.schedule(SEND.instance("1").scheduledTo(clock.now()));
    CompletableFuture<Void> run = CompletableFuture.runAsync(replica::runAnyDueExecutions);
    assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
    return run;
  }

  private ManualScheduler replica(String name) {
    // The scheduler revives a task by the system's clock.
    clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    TaskTakeover takeover = new TaskTakeover(beans.getBeanProvider(Scheduler.class));
    Task<Void> task =
        Tasks.custom(SEND)
            .onDeadExecution(takeover.revival())
            .execute(
                (instance, context) -> {
                  send(name);
                  return new CompletionHandler.OnCompleteRemove<>();
                });
    var builder = TestHelper.createManualScheduler(database.dataSource(), List.of(task));
    builder.clock(clock).addExecutionInterceptor(takeover);
    ManualScheduler scheduler = builder.build();
    beans.addBean("scheduler", scheduler);
    return scheduler;
  }

  private void send(String name) {
    started.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TaskLease.check();
    sent.add(name);
  }
}
