package dev.holdfast.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What counts calls, over meters of the test's. */
public final class ApiMeters {

  private ApiMeters() {}

  public static ApiMetrics over(MeterRegistry meters) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("meters", meters);
    ApiMetrics metrics = new ApiMetrics(beans.getBeanProvider(MeterRegistry.class));
    metrics.afterSingletonsInstantiated();
    return metrics;
  }
}
