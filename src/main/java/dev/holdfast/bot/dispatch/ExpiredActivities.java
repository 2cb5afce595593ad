package dev.holdfast.bot.dispatch;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Activities that Teams no longer sends again: it gives up after seconds. */
@Component
public class ExpiredActivities implements ExpiredRows {

  private final JdbcClient jdbc;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredActivities(JdbcClient jdbc, RetentionProperties kept, Clock clock) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "activities_seen";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch,
        most ->
            jdbc.sql(
                    """
                    delete from activities_seen where activity in (
                      select activity from activities_seen where seen_at < :before
                      order by seen_at limit :most)
                    """)
                .param("before", clock.instant().minus(kept.activities()).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update());
  }
}
