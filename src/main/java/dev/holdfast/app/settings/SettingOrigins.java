package dev.holdfast.app.settings;

import dev.holdfast.settings.SettingProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** Adds to a problem where its setting is set: the file and line, or the environment variable. */
record SettingOrigins(Environment environment) {

  /** A group of more is a whole rule or area, of which a list says nothing. */
  private static final int MOST = 4;

  SettingProblem with(SettingProblem problem) {
    if (!ConfigurationPropertyName.isValid(problem.setting())) {
      return problem; // an environment variable names itself
    }
    ConfigurationPropertyName name = ConfigurationPropertyName.of(problem.setting());
    List<String> origins =
        below(name).filter(SettingOrigins::isSet).map(one -> origin(one, name)).distinct().toList();
    return origins.isEmpty() || origins.size() > MOST
        ? problem
        : new SettingProblem(
            problem.setting(),
            problem.what() + origins.stream().collect(Collectors.joining("; ", " (", ")")),
            problem.fix());
  }

  private Stream<ConfigurationProperty> below(ConfigurationPropertyName name) {
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty exact = source.getConfigurationProperty(name);
      if (exact != null) {
        return Stream.of(exact); // the first source wins
      }
    }
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .flatMap(
            source ->
                ((IterableConfigurationPropertySource) source)
                    .stream().filter(name::isAncestorOf).map(source::getConfigurationProperty))
        .filter(Objects::nonNull);
  }

  private static boolean isSet(ConfigurationProperty property) {
    return !String.valueOf(property.getValue()).isBlank();
  }

  private static String origin(ConfigurationProperty property, ConfigurationPropertyName asked) {
    String place = "set in " + place(property.getOrigin());
    return property.getName().equals(asked) ? place : property.getName() + ", " + place;
  }

  private static String place(@Nullable Origin origin) {
    return origin instanceof PropertySourceOrigin plain
        ? place(plain.getPropertySource().getName(), plain.getPropertyName())
        : String.valueOf(origin);
  }

  private static String place(String source, String name) {
    if (source.endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
      return "the environment variable " + name;
    }
    return source.equals(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)
        ? "the command line"
        : source;
  }
}
