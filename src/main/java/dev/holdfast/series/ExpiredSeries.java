package dev.holdfast.series;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Series that ended long ago, with their runs. Requests and the audit log keep what was done. */
@Component
class ExpiredSeries implements ExpiredRows {

  private static final String RUNS =
      """
      delete from series_runs where series_id in (
        select id from series where state = 'ENDED' and changed_at < :before
        order by changed_at limit :most)
      """;

  private static final String SERIES =
      """
      delete from series where id in (
        select id from series where state = 'ENDED' and changed_at < :before
        order by changed_at limit :most)
      """;

  private final JdbcClient jdbc;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredSeries(JdbcClient jdbc, RetentionProperties kept, Clock clock) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "series";
  }

  /** Runs without their series are gone with the next batch at the latest. */
  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch,
        most -> {
          delete(RUNS, most);
          return delete(SERIES, most);
        });
  }

  private int delete(String statement, int most) {
    return jdbc.sql(statement)
        .param("before", clock.instant().minus(kept.notifications()).atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}
