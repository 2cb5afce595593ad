package dev.holdfast.approval.window;

import dev.holdfast.request.RequestId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was done in the time to decide about requests, so that nothing is done twice. */
@Repository
public class WindowEvents {

  private final JdbcClient jdbc;

  WindowEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes it down with the transaction that does it. The caller has locked the request.
   *
   * @return whether it wasn't done before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean add(RequestId request, WindowPoint point, Instant now) {
    long before =
        jdbc.sql(
                """
                select count(*) from approval_window_events
                where request_id = :request and kind = :kind and due_at = :due
                """)
            .param("request", request.number())
            .param("kind", point.kind().name())
            .param("due", point.at().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    if (before > 0) {
      return false;
    }
    jdbc.sql(
            """
            insert into approval_window_events (request_id, kind, due_at, done_at)
            values (:request, :kind, :due, :now)
            """)
        .param("request", request.number())
        .param("kind", point.kind().name())
        .param("due", point.at().atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return true;
  }

  int deleteDone(Instant before, int most) {
    return jdbc.sql(
            """
            delete from approval_window_events where (request_id, kind, due_at) in (
              select request_id, kind, due_at from approval_window_events
              where done_at < :before order by done_at limit :most)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}
