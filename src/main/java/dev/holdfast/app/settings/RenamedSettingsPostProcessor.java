package dev.holdfast.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads settings under names of earlier versions, and says in the log what they are called now. An
 * earlier name counts where it is set: it overrides what a weaker source says under either name.
 */
final class RenamedSettingsPostProcessor implements EnvironmentPostProcessor, Ordered {

  private final Log log;

  RenamedSettingsPostProcessor(DeferredLogFactory logs) {
    log = logs.getLog(RenamedSettingsPostProcessor.class);
  }

  /** After the configuration files were read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    MutablePropertySources sources = environment.getPropertySources();
    Map<String, String> all = new TreeMap<>();
    for (PropertySource<?> source : List.copyOf(sources.stream().toList())) {
      if (source instanceof EnumerablePropertySource<?> enumerable) {
        boolean variables = source instanceof SystemEnvironmentPropertySource;
        Map<String, String> renamed = renamed(enumerable, variables);
        if (!renamed.isEmpty()) {
          sources.addAfter(source.getName(), RenamedSource.of(enumerable, renamed, variables));
          renamed.forEach((now, before) -> all.putIfAbsent(before, now));
        }
      }
    }
    all.forEach(
        (before, now) ->
            log.warn(
                "The setting %s is called %s now. Rename it: the next version won't read the old name."
                    .formatted(before, now)));
  }

  /** Earlier names by the names that the settings have now. */
  private static Map<String, String> renamed(
      EnumerablePropertySource<?> source, boolean variables) {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (String name : source.getPropertyNames()) {
      List<String> now =
          variables && name.indexOf('.') < 0
              ? RenamedSettings.ofVariable(name)
              : RenamedSettings.of(name).stream().toList();
      now.forEach(current -> renamed.put(current, name));
    }
    return renamed;
  }
}
