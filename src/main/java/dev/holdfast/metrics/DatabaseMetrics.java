package dev.holdfast.metrics;

import dev.holdfast.request.RequestState;
import dev.holdfast.support.CachedRead;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What is in the database, which all replicas measure alike. While it can't be read, each of these
 * is NaN. An age is 0 where nothing waits.
 */
final class DatabaseMetrics implements MeterBinder {

  private static final List<RequestState> OPEN =
      Stream.of(RequestState.values())
          .filter(state -> !state.isClosed() || state == RequestState.UNKNOWN)
          .toList();

  private final CachedRead<DatabaseFigures> figures;
  private final OperationKinds kinds;
  private final Clock clock;

  DatabaseMetrics(CachedRead<DatabaseFigures> figures, OperationKinds kinds, Clock clock) {
    this.figures = figures;
    this.kinds = kinds;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (String kind : kinds.all()) {
      OPEN.forEach(state -> open(meters, kind, state));
    }
    gauge(meters, "holdfast.queue.length", read -> read.count(RequestState.APPROVED));
    gauge(meters, "holdfast.tasks.parked", DatabaseFigures::parkedTasks);
    gauge(meters, "holdfast.freezes", DatabaseFigures::freezes);
    age(meters, "holdfast.approvals.oldest", read -> seconds(read.oldestPending(), 0));
    age(meters, "holdfast.outbox.age", read -> seconds(read.oldestMessage(), 0));
    age(meters, "holdfast.audit.seal.age", read -> seconds(read.sealPosted(), Double.NaN));
  }

  private void open(MeterRegistry meters, String kind, RequestState state) {
    Gauge.builder("holdfast.requests.open", () -> value(read -> count(read, kind, state)))
        .tag("type", kind)
        .tag("state", state.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  private double count(DatabaseFigures read, String kind, RequestState state) {
    return read.open().stream()
        .filter(each -> kinds.of(each.kind()).equals(kind) && each.state() == state)
        .mapToLong(DatabaseFigures.Open::count)
        .sum();
  }

  private void gauge(MeterRegistry meters, String name, ToDoubleFunction<DatabaseFigures> number) {
    Gauge.builder(name, () -> value(number)).register(meters);
  }

  private void age(MeterRegistry meters, String name, ToDoubleFunction<DatabaseFigures> seconds) {
    TimeGauge.builder(name, () -> value(seconds), TimeUnit.SECONDS).register(meters);
  }

  private double value(ToDoubleFunction<DatabaseFigures> number) {
    return figures.get().map(number::applyAsDouble).orElse(Double.NaN);
  }

  /** A clock that is behind the database's writer makes nothing younger than now. */
  private double seconds(Optional<Instant> since, double without) {
    return since
        .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0))
        .orElse(without);
  }
}
