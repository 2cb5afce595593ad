package dev.holdfast.approval.join;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who joined requests that ended long ago. The audit log keeps it. */
@Component
class ExpiredJoins implements ExpiredRows {

  private final JoinRepository joins;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredJoins(JoinRepository joins, RetentionProperties kept, Clock clock) {
    this.joins = joins;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "joins";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch, most -> joins.deleteEnded(clock.instant().minus(kept.notifications()), most));
  }
}
