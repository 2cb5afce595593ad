package dev.holdfast.support.tracing;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.Tracer;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What Spring observes, and what becomes of it. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  /**
   * Calls that are received are observed for traces alone: turns, refusals, and sends have meters
   * of their own. Probes and metrics make no traces.
   */
  @Bean
  static ObservationPredicate observedCalls(Environment environment) {
    boolean on = TracingSwitch.isOn(environment);
    return (name, context) ->
        !(context instanceof ServerRequestObservationContext received)
            || on && !isOfActuator(received);
  }

  private static boolean isOfActuator(ServerRequestObservationContext received) {
    return Optional.ofNullable(received.getCarrier())
        .map(call -> call.getRequestURI().startsWith("/actuator/"))
        .orElse(false);
  }

  /** Where traces are exported to somewhere. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(OnTracing.class)
  static class WithEndpoint {

    @Bean
    static HttpSpans httpSpans(Tracer tracer) {
      return new HttpSpans(tracer);
    }

    @Bean
    static ServerRequestObservationConvention receivedCalls() {
      return new ReceivedCallConvention();
    }

    @Bean
    static MeterFilter withoutReceivedCalls() {
      return MeterFilter.denyNameStartsWith(ReceivedCallConvention.NAME);
    }

    /** By the names that the Elastic Common Schema has for them. */
    @Bean
    static Slf4JEventListener spanInTheLog() {
      return new Slf4JEventListener("trace.id", "span.id");
    }
  }
}
