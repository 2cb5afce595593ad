package dev.holdfast.notification.store;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the cards of requests are that ended long ago, and which of their messages were given up. A
 * click on such a card is answered from the request, which stays.
 */
@Component
public class ExpiredNotifications implements ExpiredRows {

  private static final int MOST_BATCHES = 100;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RequestRepository requests;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredNotifications(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      RequestRepository requests,
      RetentionProperties kept,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.requests = requests;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "posts and outbox";
  }

  /** Goes through the requests that have such rows, the oldest first, each in a transaction. */
  @Override
  public long delete(int batch) {
    Instant before = clock.instant().minus(kept.notifications());
    long deleted = deleteRows(RequestId.NONE, before);
    RequestId last = new RequestId(0);
    for (int round = 0; round < MOST_BATCHES; round++) {
      List<RequestId> next = withRows(last, before, batch);
      for (RequestId request : next) {
        deleted += deleteOf(request, before);
        last = request;
      }
      if (next.isEmpty()) {
        return deleted;
      }
    }
    return deleted;
  }

  /** Those of so many rows, which may be fewer requests. */
  private List<RequestId> withRows(RequestId last, Instant before, int most) {
    return jdbc.sql(
            """
            select rows.request_id from (
              (select request_id from posts where request_id > :last
                order by request_id, address limit :most)
              union
              (select request_id from outbox
                where given_up_at is not null and request_id > :last
                order by request_id limit :most)) rows
            join requests on requests.id = rows.request_id and requests.created_at < :before
            order by rows.request_id limit :most
            """)
        .param("last", last.number())
        .param("before", utc(before))
        .param("most", most)
        .query((row, number) -> new RequestId(row.getLong("request_id")))
        .list();
  }

  /** While the request is locked, no event adds a message about it. */
  private long deleteOf(RequestId request, Instant before) {
    Long deleted =
        transaction.execute(
            status ->
                requests.lockEnded(request, before).filter(ExpiredNotifications::isOver).isPresent()
                    ? deleteRows(request, before)
                    : 0L);
    return Optional.ofNullable(deleted).orElse(0L);
  }

  /** Whether nothing is left that would change its cards. */
  private static boolean isOver(Request request) {
    return !request.resolution().isNeeded()
        && request.resolution().inProgress().isEmpty()
        && request.administrationMode().filter(TargetAdminMode::beingLeft).isEmpty();
  }

  private long deleteRows(RequestId request, Instant before) {
    int posts =
        jdbc.sql(
                """
                delete from posts where request_id = :request and not exists (
                  select 1 from outbox waiting
                  where waiting.post_id = posts.id and waiting.given_up_at is null)
                """)
            .param("request", request.number())
            .update();
    int messages =
        jdbc.sql("delete from outbox where request_id = :request and given_up_at < :before")
            .param("request", request.number())
            .param("before", utc(before))
            .update();
    return (long) posts + messages;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
