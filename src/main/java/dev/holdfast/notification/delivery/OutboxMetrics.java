package dev.holdfast.notification.delivery;

import dev.holdfast.notification.store.OutboxRepository;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * How much waits in the outbox, counted when somebody reads the meter: {@code
 * holdfast.outbox.waiting} all of it, {@code holdfast.outbox.late} what has waited too long, {@code
 * holdfast.outbox.given.up} what was given up within a week.
 */
@Component
class OutboxMetrics implements MeterBinder {

  private final OutboxRepository outbox;
  private final Clock clock;

  OutboxMetrics(OutboxRepository outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "holdfast.outbox.waiting", OutboxRepository.Backlog::waiting);
    gauge(meters, "holdfast.outbox.late", OutboxRepository.Backlog::late);
    gauge(meters, "holdfast.outbox.given.up", OutboxRepository.Backlog::givenUp);
  }

  private void gauge(
      MeterRegistry meters, String name, ToLongFunction<OutboxRepository.Backlog> count) {
    Gauge.builder(name, () -> count.applyAsLong(backlog())).register(meters);
  }

  private OutboxRepository.Backlog backlog() {
    return outbox.backlog(clock.instant().minus(OutboxCheck.LATE));
  }
}
