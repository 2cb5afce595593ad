package dev.holdfast.support.tracing;

import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Without an endpoint, leaves out all that Spring Boot sets up for OpenTelemetry: there is no
 * tracer, no exporter, and no thread. With one, it leaves out what isn't needed for traces: the
 * export of logs, and the handlers that would send a trace along with calls and take one over from
 * callers.
 */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

  static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  private static final String TRACING = "org.springframework.boot.micrometer.tracing.";
  private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.";

  private static final Set<String> NEEDED =
      Set.of(
          OPEN_TELEMETRY + "autoconfigure.OpenTelemetrySdkAutoConfiguration",
          TRACING + "opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
          TRACING + "opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration");

  private boolean on;

  @Override
  public void setEnvironment(Environment environment) {
    on = isOn(environment);
  }

  static boolean isOn(Environment environment) {
    return StringUtils.hasText(environment.getProperty(ENDPOINT))
        && environment.getProperty("management.opentelemetry.enabled", Boolean.class, true)
        && environment.getProperty("management.tracing.export.enabled", Boolean.class, true)
        && environment.getProperty("management.tracing.export.otlp.enabled", Boolean.class, true);
  }

  /**
   * Is asked about all that a configuration names, too, so that what is kept may have parts. Names
   * are null where another filter has left out a class.
   */
  @Override
  public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
    boolean[] kept = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      kept[i] = !isOfOpenTelemetry(String.valueOf(classes[i])) || on && NEEDED.contains(classes[i]);
    }
    return kept;
  }

  private static boolean isOfOpenTelemetry(String name) {
    return name.endsWith("AutoConfiguration")
        && (name.startsWith(TRACING) || name.startsWith(OPEN_TELEMETRY));
  }
}
