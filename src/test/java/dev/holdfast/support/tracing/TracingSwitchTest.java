package dev.holdfast.support.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class TracingSwitchTest {

  private static final String ENDPOINT = TracingSwitch.ENDPOINT;

  private static final String[] CLASSES = {
    RestClientAutoConfiguration.class.getName(),
    OpenTelemetrySdkAutoConfiguration.class.getName(),
    OpenTelemetryTracingAutoConfiguration.class.getName(),
    OtlpTracingAutoConfiguration.class.getName(),
    MicrometerTracingAutoConfiguration.class.getName(),
    NoopTracerAutoConfiguration.class.getName(),
    OtlpLoggingAutoConfiguration.class.getName(),
    null,
    OtlpTracingAutoConfiguration.class.getPackageName() + ".OtlpTracingConfigurations$Exporters"
  };

  private static boolean[] kept(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    TracingSwitch filter = new TracingSwitch();
    filter.setEnvironment(environment);
    return filter.match(CLASSES, null);
  }

  @Test
  void withAnEndpointThereIsWhatExportsTraces() {
    assertThat(kept(Map.of(ENDPOINT, "http://collector:4318/v1/traces")))
        .containsExactly(true, true, true, true, false, false, false, true, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withoutOneThereIsNothing(String endpoint) {
    assertThat(kept(Map.of(ENDPOINT, endpoint)))
        .containsExactly(true, false, false, false, false, false, false, true, true);
    assertThat(kept(Map.of())).isEqualTo(kept(Map.of(ENDPOINT, endpoint)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "management.opentelemetry.enabled",
        "management.tracing.export.enabled",
        "management.tracing.export.otlp.enabled"
      })
  void whatSpringBootTurnsOffIsOff(String setting) {
    assertThat(kept(Map.of(ENDPOINT, "http://collector:4318/v1/traces", setting, "false")))
        .isEqualTo(kept(Map.of()));
  }
}
