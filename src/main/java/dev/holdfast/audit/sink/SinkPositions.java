package dev.holdfast.audit.sink;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repository of how far the audit log has been forwarded. */
@Repository
class SinkPositions {

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;

  SinkPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  SinkPosition get() {
    return jdbc.sql("select * from audit_sink where id = 1")
        .query(
            (row, number) ->
                new SinkPosition(
                    row.getLong("position"),
                    instant(row, "sent_at"),
                    row.getInt("failures"),
                    instant(row, "retry_at"),
                    row.getString("failure")))
        .single();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** The sink has more. False when another replica got further meanwhile. */
  boolean sent(long from, long to, Instant now) {
    return jdbc.sql(
                """
                update audit_sink
                set position = ?, sent_at = ?, failures = 0, retry_at = null, failure = ''
                where id = 1 and position = ?
                """)
            .params(to, now.atOffset(ZoneOffset.UTC), from)
            .update()
        > 0;
  }

  void failed(int failures, Instant retryAt, String why) {
    jdbc.sql("update audit_sink set failures = ?, retry_at = ?, failure = ? where id = 1")
        .params(
            failures,
            retryAt.atOffset(ZoneOffset.UTC),
            why.substring(0, Math.min(why.length(), LONGEST)))
        .update();
  }
}
