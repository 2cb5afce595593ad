package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the outbox that Holdfast no longer tries to deliver. */
@Repository
public class GivenUpMessages {

  private final JdbcClient jdbc;
  private final NotificationProperties properties;
  private final Clock clock;

  GivenUpMessages(JdbcClient jdbc, NotificationProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** An address that a message will never reach, and what hindered the last one. */
  public record GivenUp(Address address, DeliveryFailureReason why) {}

  public List<GivenUp> of(RequestId request) {
    return jdbc.sql(
            """
            select address, hindrance from outbox gone
            where request_id = :request and given_up_at is not null and kind <> 'LEFT' and not exists (
              select 1 from outbox later
              where later.request_id = gone.request_id and later.address = gone.address
                and later.given_up_at is not null and later.kind <> 'LEFT'
                and later.id > gone.id)
            order by address
            """)
        .param("request", request.number())
        .query(GivenUpMessages::read)
        .list();
  }

  /** The cards of a request of which the last update was given up, and no other waits. */
  public Set<Long> posts(RequestId request) {
    return new HashSet<>(
        jdbc.sql(
                """
                select post_id from outbox gone
                where request_id = :request and post_id is not null and given_up_at is not null
                  and not exists (
                    select 1 from outbox waiting
                    where waiting.request_id = gone.request_id
                      and waiting.post_id = gone.post_id and waiting.given_up_at is null)
                """)
            .param("request", request.number())
            .query(Long.class)
            .list());
  }

  /** Where a card for approvers was given up since an instant, and no later one arrived. */
  public List<GivenUp> approvals(Instant since) {
    return jdbc.sql(
            """
            select distinct gone.address, gone.hindrance
            from outbox gone join posts post on post.id = gone.post_id
            where gone.given_up_at > :since and post.kind = 'APPROVAL' and not exists (
              select 1 from posts later
              where later.address = post.address and later.id > post.id
                and later.activity is not null)
            order by gone.address
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(GivenUpMessages::read)
        .list();
  }

  /** A row that was given up. */
  public record Missed(long row, RequestId request) {}

  /**
   * What was given up at an address, of a conversation in its threads too, and still matters: a
   * request or a policy to decide on as long as it is open, which its delivery knows, and news for
   * as long as news is tried.
   */
  public List<Missed> at(Address address) {
    return jdbc.sql(
            """
            select id, request_id from (
              select * from outbox where address = :address and given_up_at is not null
              union all
              select * from outbox where %s and given_up_at is not null
            ) gone
            where kind <> 'LEFT' and (created_at > :since or kind = 'POLICY' or exists (
              select 1 from posts post where post.id = gone.post_id and post.kind = 'APPROVAL'))
            order by id
            """
                .formatted(ThreadRange.condition("address", "thread")))
        .param("address", address.toString())
        .params(ThreadRange.of(address.toString()).parameters("thread"))
        .param("since", now().minus(properties.giveUpAfter()))
        .query(
            (row, number) ->
                new Missed(row.getLong("id"), new RequestId(row.getLong("request_id"))))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * Has it delivered as if it were new.
   *
   * @return false when somebody else did
   */
  public boolean takeBack(long id) {
    return jdbc.sql(
                """
                update outbox set given_up_at = null, hindrance = null, attempts = 0, uncertain = 0,
                  created_at = :now
                where id = :id and given_up_at is not null
                """)
            .param("now", now())
            .param("id", id)
            .update()
        > 0;
  }

  private static GivenUp read(ResultSet row, int number) throws SQLException {
    return new GivenUp(
        Address.parse(row.getString("address")),
        DeliveryFailureReason.named(row.getString("hindrance")));
  }
}
