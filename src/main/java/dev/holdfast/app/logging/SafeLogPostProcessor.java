package dev.holdfast.app.logging;

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
 * exceptions, because Spring Boot's are its own, and Logback adds one of its own where none is.
 */
final class SafeLogPostProcessor implements EnvironmentPostProcessor {

  private static final List<String> PATTERNS =
      List.of("logging.pattern.console", "logging.pattern.file");

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
  }

  static String safe(String pattern) {
    String replaced = UNSAFE.matcher(pattern).replaceAll("%safeEx");
    return SAFE.matcher(replaced).find() ? replaced : replaced + "%safeEx";
  }
}
