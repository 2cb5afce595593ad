package dev.holdfast.webhook;

import static dev.holdfast.webhook.WebhookState.DEAD;
import static dev.holdfast.webhook.WebhookState.WAITING;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repository of how many events haven't arrived. */
@Repository
class WebhookBacklog {

  private final JdbcClient jdbc;

  WebhookBacklog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many there are.
   *
   * @param oldest since when the oldest that waits does so
   * @param trouble why that one wasn't taken
   */
  record Count(long waiting, long dead, Optional<Instant> oldest, Optional<String> trouble) {}

  Count count() {
    return jdbc.sql(
            """
            select
              (select count(*) from webhook_events where state = :waiting) as waiting,
              (select count(*) from webhook_events where state = :dead) as dead,
              (select state_at from webhook_events where state = :waiting
                order by state, state_at limit 1) as oldest,
              (select last_error from webhook_events where state = :waiting
                order by state, state_at limit 1) as trouble
            """)
        .param("waiting", WAITING.name())
        .param("dead", DEAD.name())
        .query(
            (row, number) ->
                new Count(
                    row.getLong("waiting"),
                    row.getLong("dead"),
                    Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    Optional.ofNullable(row.getString("trouble"))))
        .single();
  }

  /**
   * What waits for an endpoint, or is dead.
   *
   * @param trouble what went wrong with one of them; empty where nothing did
   */
  record OfEndpoint(String endpoint, WebhookState state, long events, Optional<String> trouble) {}

  /** What waits, and what is dead, by endpoint. */
  List<OfEndpoint> byEndpoint() {
    return jdbc.sql(
            """
            select endpoint, state, count(*) as events, max(last_error) as trouble
            from webhook_events where state in (:waiting, :dead)
            group by endpoint, state order by endpoint, state
            """)
        .param("waiting", WAITING.name())
        .param("dead", DEAD.name())
        .query(
            (row, number) ->
                new OfEndpoint(
                    row.getString("endpoint"),
                    WebhookState.valueOf(row.getString("state")),
                    row.getLong("events"),
                    Optional.ofNullable(row.getString("trouble"))))
        .list();
  }
}
