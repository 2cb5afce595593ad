package dev.holdfast.notification.delivery;

import dev.holdfast.notification.store.OutboxBacklog;
import dev.holdfast.support.CachedRead;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * How much waits in the outbox, counted when somebody reads the meters, and NaN while it can't be:
 * {@code holdfast.outbox.waiting} all of it, {@code holdfast.outbox.late} what has waited too long,
 * {@code holdfast.outbox.given.up} what was given up within a week.
 */
@Component
class OutboxMetrics implements MeterBinder {

  private final CachedRead<OutboxBacklog.Count> count;

  OutboxMetrics(OutboxBacklog backlog, Clock clock) {
    this.count =
        CachedRead.ofMeters(() -> backlog.count(clock.instant().minus(OutboxCheck.LATE)), clock);
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "holdfast.outbox.waiting", OutboxBacklog.Count::waiting);
    gauge(meters, "holdfast.outbox.late", OutboxBacklog.Count::late);
    gauge(meters, "holdfast.outbox.given.up", OutboxBacklog.Count::givenUp);
  }

  private void gauge(
      MeterRegistry meters, String name, ToDoubleFunction<OutboxBacklog.Count> number) {
    Gauge.builder(name, () -> count.get().map(number::applyAsDouble).orElse(Double.NaN))
        .register(meters);
  }
}
