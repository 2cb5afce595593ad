package dev.holdfast.execution;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How patient the drive of a test is. */
final class ExecutionSettings {

  private ExecutionSettings() {}

  /** What a Holdfast has that was told nothing. */
  static ExecutionProperties defaults() {
    return with(Map.of());
  }

  /** Settings under {@code holdfast.execution}, bound as at the start of Holdfast. */
  static ExecutionProperties with(Map<String, ?> settings) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("holdfast.execution." + name, value.toString()));
    return new Binder(source).bindOrCreate("holdfast.execution", ExecutionProperties.class);
  }
}
