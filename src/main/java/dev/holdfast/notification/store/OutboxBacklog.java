package dev.holdfast.notification.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the notifications that have not arrived. */
@Repository
public class OutboxBacklog {

  private final JdbcClient jdbc;

  public OutboxBacklog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What has not arrived.
   *
   * @param late how many of those that wait were written before an instant
   * @param givenUp how many never will, of the last week before that
   * @param trouble why the oldest of those that are late was not taken last time
   */
  public record Count(long waiting, long late, long givenUp, Optional<String> trouble) {}

  public Count count(Instant late) {
    return jdbc.sql(
            """
            select
              (select count(*) from outbox where given_up_at is null) as waiting,
              (select count(*) from outbox where given_up_at is null and created_at < :late) as late,
              (select count(*) from outbox where given_up_at > :week) as given_up,
              (select last_error from outbox where given_up_at is null and created_at < :late
                order by given_up_at, created_at limit 1) as trouble
            """)
        .param("late", late.atOffset(ZoneOffset.UTC))
        .param("week", late.minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Count(
                    row.getLong("waiting"),
                    row.getLong("late"),
                    row.getLong("given_up"),
                    Optional.ofNullable(row.getString("trouble"))))
        .single();
  }
}
