package dev.holdfast.freeze;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Freezes that ended long ago. The audit log keeps what was frozen. */
@Component
class ExpiredFreezes implements ExpiredRows {

  private final JdbcClient jdbc;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredFreezes(JdbcClient jdbc, RetentionProperties kept, Clock clock) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "freezes";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch,
        most ->
            jdbc.sql(
                    """
                    delete from freezes where id in (
                      select id from freezes where ended_at < :before
                      order by ended_at limit :most)
                    """)
                .param(
                    "before", clock.instant().minus(kept.notifications()).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update());
  }
}
