package dev.holdfast.webhook;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.support.TaskTakeover;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.mockito.ArgumentMatchers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Webhooks with a real scheduler whose clock is the test's. */
final class WebhookBench implements AutoCloseable {

  final Workbench bench;
  final MeterRegistry meters = new SimpleMeterRegistry();
  private final ManualScheduler scheduler;

  WebhookBench(TestDatabase database, WebhookProperties webhooks) {
    bench =
        new Workbench(database)
            .with(WebhookProperties.class, webhooks)
            .with(MeterRegistry.class, meters)
            .open("request", "webhook");
    scheduler = scheduler();
    doAnswer(
            call -> {
              SchedulableInstance<?> instance = call.getArgument(0);
              if (instance.getTaskName().equals(WebhookTask.NAME)) {
                scheduler.schedule(instance);
              }
              return null;
            })
        .when(bench.scheduler)
        .schedule(ArgumentMatchers.<SchedulableInstance<?>>any());
    doAnswer(call -> scheduler.getScheduledExecution(call.getArgument(0)))
        .when(bench.scheduler)
        .getScheduledExecution(any(TaskInstanceId.class));
    doAnswer(
            call ->
                scheduler.reschedule(
                    call.<TaskInstanceId>getArgument(0), call.<Instant>getArgument(1)))
        .when(bench.scheduler)
        .reschedule(any(TaskInstanceId.class), any(Instant.class));
  }

  private ManualScheduler scheduler() {
    var task =
        WebhookTask.deliverWebhook(bench.get(WebhookDelivery.class), bench.get(TaskTakeover.class));
    var builder =
        TestHelper.createManualScheduler(
            new TransactionAwareDataSourceProxy(bench.get(DataSource.class)), List.of(task));
    builder.clock(
        new com.github.kagkarlsson.scheduler.testhelper.SettableClock() {
          @Override
          public Instant now() {
            return bench.clock.instant();
          }
        });
    return builder.build();
  }

  Request submit() {
    RequestId id = bench.requests().nextId();
    return bench.add(Request.submit(id, Samples.details(Samples.restore(), 1, "draft of " + id)));
  }

  Request approve(Request request) {
    return bench.change(
        request,
        r -> r.approval().approve(Samples.MEGAN, "", r.details().digest(), bench.clock.instant()));
  }

  /** What has been begun can't be canceled, so this ends a request without one. */
  Request cancel(Request request) {
    return bench.change(request, r -> r.approval().cancel(Samples.ALEX, bench.clock.instant()));
  }

  /** Does what is due. */
  void work() {
    for (int i = 0; i < 5; i++) {
      scheduler.runAnyDueExecutions();
    }
  }

  void pass(Duration time) {
    bench.clock.advance(time);
    work();
  }

  long scheduled() {
    return jdbc()
        .sql("select count(*) from scheduled_tasks where task_name = ?")
        .param(WebhookTask.NAME)
        .query(Long.class)
        .single();
  }

  List<String> states() {
    return jdbc().sql("select state from webhook_events order by id").query(String.class).list();
  }

  ParkedTasks parked() {
    return bench.get(ParkedTasks.class);
  }

  double sends(String outcome) {
    return meters.counter("holdfast.webhooks.sends", "outcome", outcome).count();
  }

  double measured(String gauge) {
    MeterRegistry now = new SimpleMeterRegistry();
    bench.get(WebhookMetrics.class).bindTo(now);
    return now.get(gauge).gauge().value();
  }

  JdbcClient jdbc() {
    return bench.get(JdbcClient.class);
  }

  @Override
  public void close() {
    bench.close();
  }
}
