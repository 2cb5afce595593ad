package dev.holdfast.api.order;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders whose idempotency keys nobody sends any more. Their requests stay. */
@Component
public class ExpiredOrders implements ExpiredRows {

  static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  ExpiredOrders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "api orders";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch,
        most ->
            jdbc.sql(
                    """
                    delete from api_orders where id in (
                      select id from api_orders where created_at < :before
                      order by created_at limit :most)
                    """)
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update());
  }
}
