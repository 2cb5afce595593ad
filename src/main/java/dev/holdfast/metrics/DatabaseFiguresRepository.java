package dev.holdfast.metrics;

import dev.holdfast.metrics.DatabaseFigures.Open;
import dev.holdfast.request.RequestState;
import dev.holdfast.support.ParkedTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is measured of the database. */
final class DatabaseFiguresRepository {

  private final JdbcClient jdbc;
  private final ParkedTasks parked;
  private final Clock clock;

  DatabaseFiguresRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.parked = new ParkedTasks(jdbc, clock);
    this.clock = clock;
  }

  DatabaseFigures read() {
    return new DatabaseFigures(
        open(), oldestPending(), oldestMessage(), sealPosted(), parked.count(), freezes());
  }

  /**
   * The type is what the audit log says of the request's last event; empty where an earlier version
   * wrote that. States of later versions are left out.
   */
  private List<Open> open() {
    return jdbc
        .sql(
            """
            select r.state, coalesce(a.operation, '') as kind, count(*) as n
            from (select distinct request_id from request_environments where active) e
            join requests r on r.id = e.request_id
            left join audit a on a.request_id = r.id and a.request_version = r.version
            group by r.state, coalesce(a.operation, '')
            """)
        .query((row, number) -> open(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Open> open(ResultSet row) throws SQLException {
    String name = row.getString("state");
    String kind = row.getString("kind");
    long count = row.getLong("n");
    return Arrays.stream(RequestState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .map(state -> new Open(kind, state, count));
  }

  private Optional<Instant> oldestPending() {
    return jdbc.sql(
            """
            select min(r.created_at) as at
            from (select distinct request_id from request_environments where active) e
            join requests r on r.id = e.request_id
            where r.state = 'AWAITING_APPROVAL'
            """)
        .query((row, number) -> instant(row))
        .single();
  }

  private Optional<Instant> oldestMessage() {
    return jdbc.sql(
            """
            select created_at as at from outbox where given_up_at is null
            order by given_up_at, created_at limit 1
            """)
        .query((row, number) -> instant(row))
        .optional()
        .flatMap(at -> at);
  }

  private Optional<Instant> sealPosted() {
    return jdbc.sql("select posted_for from audit_seal_post where id = 1")
        .query(String.class)
        .optional()
        .map(day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant())
        .filter(day -> day.isAfter(Instant.EPOCH));
  }

  private long freezes() {
    return jdbc.sql("select count(*) from freezes where ended_at is null and until_at > ?")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static Optional<Instant> instant(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
