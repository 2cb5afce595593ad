package dev.holdfast.app.logging;

import dev.holdfast.support.BuildVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs before Spring Boot sets up the log. Patterns of an operator's own get our word for
 * exceptions, because Spring Boot's are its own, and Logback adds one of its own where none is. A
 * log in JSON says which version wrote it.
 */
final class SafeLogPostProcessor implements EnvironmentPostProcessor {

  private static final List<String> PATTERNS =
      List.of("logging.pattern.console", "logging.pattern.file");

  /** Either of them makes the log one of JSON. */
  private static final List<String> FORMATS =
      List.of("logging.structured.format.console", "logging.structured.format.file");

  private static final Pattern UNSAFE = Pattern.compile("%(?:wEx|wex)\\b");
  private static final Pattern SAFE =
      Pattern.compile(
          "%[-.0-9]*(?:safeEx|[xr]?Ex|ex|xException|xThrowable|exception|throwable|rootException"
              + "|nopex|nopexception)\\b");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    SafeConverters.install();
    Map<String, Object> safe = new LinkedHashMap<>();
    for (String name : PATTERNS) {
      Optional.ofNullable(environment.getProperty(name))
          .filter(pattern -> !pattern.isBlank())
          .ifPresent(pattern -> safe.put(name, safe(pattern)));
    }
    if (!safe.isEmpty()) {
      environment.getPropertySources().addFirst(new MapPropertySource("safe-log", safe));
    }
    if (FORMATS.stream().anyMatch(environment::containsProperty)) {
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "log-version",
                  Map.of("logging.structured.ecs.service.version", BuildVersion.read().version())));
    }
  }

  static String safe(String pattern) {
    String replaced = UNSAFE.matcher(pattern).replaceAll("%safeEx");
    return SAFE.matcher(replaced).find() ? replaced : replaced + "%safeEx";
  }
}
