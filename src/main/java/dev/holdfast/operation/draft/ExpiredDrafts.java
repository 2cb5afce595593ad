package dev.holdfast.operation.draft;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews that nobody submitted in time. */
@Component
public class ExpiredDrafts implements ExpiredRows {

  private final JdbcClient jdbc;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredDrafts(JdbcClient jdbc, RetentionProperties kept, Clock clock) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "drafts";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch,
        most ->
            jdbc.sql(
                    """
                    delete from drafts where id in (
                      select id from drafts where created_at < :before
                      order by created_at limit :most)
                    """)
                .param("before", clock.instant().minus(kept.drafts()).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update());
  }
}
