package dev.holdfast.webhook;

import static dev.holdfast.webhook.WebhookState.DEAD;
import static dev.holdfast.webhook.WebhookState.DELIVERED;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.support.ParkedTasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Events that were delivered, and those that were given up, with their tasks. */
@Component
class ExpiredWebhookEvents implements ExpiredRows {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ParkedTasks tasks;
  private final KeptEvents kept;
  private final Clock clock;

  ExpiredWebhookEvents(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ParkedTasks tasks,
      KeptEvents kept,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tasks = tasks;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "events for webhooks";
  }

  @Override
  public long delete(int batch) {
    Instant now = clock.instant();
    return Batches.repeat(batch, most -> deleteDelivered(now.minus(kept.delivered()), most))
        + Batches.repeat(batch, most -> deleteDead(now.minus(kept.dead()), most));
  }

  private int deleteDelivered(Instant before, int most) {
    return jdbc.sql(
            """
            delete from webhook_events where id in (
              select id from webhook_events where state = :delivered and state_at < :before
              order by state, state_at limit :most)
            """)
        .param("delivered", DELIVERED.name())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }

  private int deleteDead(Instant before, int most) {
    List<Long> dead =
        jdbc.sql(
                """
                select id from webhook_events where state = :dead and state_at < :before
                order by state, state_at limit :most
                """)
            .param("dead", DEAD.name())
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("most", most)
            .query(Long.class)
            .list();
    return dead.stream()
        .mapToInt(id -> Objects.requireNonNull(transaction.execute(status -> deleteDead(id))))
        .sum();
  }

  /** Unless its task was just released. */
  private int deleteDead(long id) {
    String task = Long.toString(id);
    tasks.remove(WebhookTask.NAME, task);
    return jdbc.sql(
            """
            delete from webhook_events where id = :id and state = :dead and not exists (
              select 1 from scheduled_tasks where task_name = :name and task_instance = :task)
            """)
        .param("id", id)
        .param("dead", DEAD.name())
        .param("name", WebhookTask.NAME)
        .param("task", task)
        .update();
  }
}
