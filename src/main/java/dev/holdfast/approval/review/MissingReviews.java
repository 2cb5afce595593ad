package dev.holdfast.approval.review;

import dev.holdfast.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reviews that are owed, of all replicas. */
@Repository
public class MissingReviews {

  private final JdbcClient jdbc;

  MissingReviews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return whether it wasn't owed before
   */
  boolean add(RequestId request, Instant due, Instant remindAt) {
    return jdbc.sql(
                """
                insert into missing_reviews (request_id, due_at, remind_at)
                values (:request, :due, :remind) on conflict do nothing
                """)
            .param("request", request.number())
            .param("due", utc(due))
            .param("remind", utc(remindAt))
            .update()
        > 0;
  }

  void remove(RequestId request) {
    jdbc.sql("delete from missing_reviews where request_id = ?").param(request.number()).update();
  }

  /** Nobody else reminds of it before the running transaction ends. */
  Optional<MissingReview> lock(RequestId request) {
    return jdbc.sql("select * from missing_reviews where request_id = ? for update")
        .param(request.number())
        .query(MissingReviews::read)
        .optional();
  }

  void remindAt(RequestId request, Instant next) {
    jdbc.sql("update missing_reviews set remind_at = :next where request_id = :request")
        .param("next", utc(next))
        .param("request", request.number())
        .update();
  }

  /** Those that have been owed for the longest. */
  public List<MissingReview> first(int limit) {
    return jdbc.sql("select * from missing_reviews order by due_at, request_id limit ?")
        .param(limit)
        .query(MissingReviews::read)
        .list();
  }

  /**
   * The newest requests.
   *
   * @param before only requests older than this one
   */
  public List<RequestId> newest(Optional<RequestId> before, int limit) {
    return jdbc.sql(
            """
            select request_id from missing_reviews where request_id < :before
            order by request_id desc limit :limit
            """)
        .param("before", before.map(RequestId::number).orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, number) -> new RequestId(row.getLong("request_id")))
        .list();
  }

  private static MissingReview read(ResultSet row, int number) throws SQLException {
    return new MissingReview(
        new RequestId(row.getLong("request_id")),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("remind_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
