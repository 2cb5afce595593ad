package dev.holdfast.approval.delegation;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Delegations that ended long ago. The audit log keeps who decided for whom. */
@Component
class ExpiredDelegations implements ExpiredRows {

  private final DelegationRepository delegations;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredDelegations(DelegationRepository delegations, RetentionProperties kept, Clock clock) {
    this.delegations = delegations;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "delegations";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch, most -> delegations.deleteEnded(clock.instant().minus(kept.notifications()), most));
  }
}
