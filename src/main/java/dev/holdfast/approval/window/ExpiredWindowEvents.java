package dev.holdfast.approval.window;

import dev.holdfast.retention.Batches;
import dev.holdfast.retention.ExpiredRows;
import dev.holdfast.retention.RetentionProperties;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What was done so long ago that nothing tries it again. */
@Component
class ExpiredWindowEvents implements ExpiredRows {

  private final WindowEvents events;
  private final RetentionProperties kept;
  private final Clock clock;

  ExpiredWindowEvents(WindowEvents events, RetentionProperties kept, Clock clock) {
    this.events = events;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "reminders";
  }

  @Override
  public long delete(int batch) {
    return Batches.repeat(
        batch, most -> events.deleteDone(clock.instant().minus(kept.notifications()), most));
  }
}
