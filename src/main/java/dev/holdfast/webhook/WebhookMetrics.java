package dev.holdfast.webhook;

import dev.holdfast.support.CachedRead;
import dev.holdfast.webhook.WebhookBacklog.Count;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * How many events haven't arrived, counted when somebody reads the meters, and NaN while they can't
 * be.
 */
@Component
class WebhookMetrics implements MeterBinder {

  private final CachedRead<Count> count;
  private final Clock clock;

  WebhookMetrics(WebhookBacklog backlog, Clock clock) {
    this.count = CachedRead.ofMeters(() -> backlog.count(), clock);
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("holdfast.webhooks.waiting", () -> value(Count::waiting)).register(meters);
    Gauge.builder("holdfast.webhooks.dead", () -> value(Count::dead)).register(meters);
    TimeGauge.builder("holdfast.webhooks.age", () -> value(this::age), TimeUnit.SECONDS)
        .register(meters);
  }

  private double age(Count read) {
    return read.oldest()
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
        .orElse(0.0);
  }

  private double value(ToDoubleFunction<Count> number) {
    return count.get().map(number::applyAsDouble).orElse(Double.NaN);
  }
}
