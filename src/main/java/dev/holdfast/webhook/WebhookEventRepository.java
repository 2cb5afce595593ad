package dev.holdfast.webhook;

import static dev.holdfast.webhook.WebhookState.DEAD;
import static dev.holdfast.webhook.WebhookState.DELIVERED;
import static dev.holdfast.webhook.WebhookState.WAITING;

import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.support.ShortText;
import dev.holdfast.webhook.WebhookEvent.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Repository of the events for webhooks. */
@Repository
class WebhookEventRepository {

  private static final int LONGEST_ERROR = 500;

  private final JdbcClient jdbc;

  WebhookEventRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the transaction of the event. */
  long add(String endpoint, RequestEvent event, String eventId, String body, Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into webhook_events (endpoint, request_id, request_version, event_id, event_type,
              body, created_at, state, state_at, attempts)
            values (:endpoint, :request, :version, :event, :type, :body, :now, :waiting, :now, 0)
            """)
        .param("endpoint", endpoint)
        .param("request", event.request().number())
        .param("version", event.version())
        .param("event", eventId)
        .param("type", event.type().name())
        .param("body", body)
        .param("now", utc(now))
        .param("waiting", WAITING.name())
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Empty once it's delivered. */
  Optional<WebhookEvent> find(long id) {
    return jdbc.sql("select * from webhook_events where id = ? and state <> ?")
        .params(id, DELIVERED.name())
        .query(WebhookEventRepository::read)
        .optional();
  }

  /** The oldest event of the same request that the same endpoint waits for. */
  Optional<WebhookEvent> first(String endpoint, RequestId request) {
    return jdbc.sql(
            """
            select * from webhook_events
            where request_id = :request and endpoint = :endpoint and state = :waiting
            order by request_id, endpoint, request_version, id limit 1
            """)
        .param("request", request.number())
        .param("endpoint", endpoint)
        .param("waiting", WAITING.name())
        .query(WebhookEventRepository::read)
        .optional();
  }

  void failed(long id, String why) {
    jdbc.sql("update webhook_events set attempts = attempts + 1, last_error = ? where id = ?")
        .params(ShortText.beginning(why, LONGEST_ERROR), id)
        .update();
  }

  void delivered(long id, Instant now) {
    move(id, DELIVERED, now);
  }

  /** As if it had just been written: its patience begins anew. */
  void revive(long id, Instant now) {
    move(id, WAITING, now);
    jdbc.sql("update webhook_events set attempts = 0 where id = ?").param(id).update();
  }

  void giveUp(long id, String why, Instant now) {
    move(id, DEAD, now);
    jdbc.sql("update webhook_events set last_error = ? where id = ?")
        .params(ShortText.beginning(why, LONGEST_ERROR), id)
        .update();
  }

  private void move(long id, WebhookState state, Instant now) {
    jdbc.sql("update webhook_events set state = ?, state_at = ? where id = ?")
        .params(state.name(), utc(now), id)
        .update();
  }

  void delete(long id) {
    jdbc.sql("delete from webhook_events where id = ?").param(id).update();
  }

  private static WebhookEvent read(ResultSet row, int number) throws SQLException {
    return new WebhookEvent(
        row.getLong("id"),
        row.getString("endpoint"),
        new RequestId(row.getLong("request_id")),
        row.getLong("request_version"),
        row.getString("event_id"),
        row.getString("body"),
        new Progress(
            WebhookState.valueOf(row.getString("state")),
            row.getObject("state_at", OffsetDateTime.class).toInstant(),
            row.getInt("attempts")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
