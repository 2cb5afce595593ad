package dev.holdfast.metrics;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.support.CachedRead;
import dev.holdfast.support.RehearsalProperties;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The meters that only look at others. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  /** Reads over the reserved connections: a busy replica is measured, too. */
  @Bean
  static MeterBinder databaseMetrics(
      @Qualifier("reservedDataSource") DataSource reserved, OperationKinds kinds, Clock clock) {
    DatabaseFiguresRepository figures =
        new DatabaseFiguresRepository(JdbcClient.create(reserved), clock);
    return new DatabaseMetrics(CachedRead.ofMeters(figures::read, clock), kinds, clock);
  }

  /** Its tags have the hosts of environments. Each call is in {@code holdfast.adminapi.calls}. */
  @Bean
  static MeterFilter withoutHosts() {
    return MeterFilter.denyNameStartsWith("http.client.requests");
  }

  /** 1 where nothing is started. */
  @Bean
  static MeterBinder rehearsalMetrics(RehearsalProperties mode) {
    return meters ->
        Gauge.builder("holdfast.rehearsal", mode, it -> it.rehearsal() ? 1 : 0).register(meters);
  }

  @Bean
  static MeterBinder policyMetrics(PolicyInForce policy) {
    return meters ->
        FunctionCounter.builder("holdfast.policy.reloads", policy, PolicyInForce::replacements)
            .register(meters);
  }
}
