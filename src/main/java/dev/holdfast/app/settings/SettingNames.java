package dev.holdfast.app.settings;

import dev.holdfast.app.settings.KnownSettings.Node;
import dev.holdfast.settings.SettingProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Checks that each name under {@code holdfast} is one that Holdfast reads, wherever it is set, and
 * that no list has a gap. A name that nobody reads is a setting that doesn't apply.
 */
final class SettingNames {

  private final KnownSettings known;
  private final EnvironmentVariables variables;
  private final NearestSetting nearest;
  private final List<SettingProblem> problems = new ArrayList<>();

  private SettingNames(KnownSettings known) {
    this.known = known;
    this.variables = new EnvironmentVariables(known);
    this.nearest = new NearestSetting(known);
  }

  static List<SettingProblem> problems(ConfigurableEnvironment environment, KnownSettings known) {
    SettingNames names = new SettingNames(known);
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> enumerable) {
        names.check(enumerable);
      }
    }
    return List.copyOf(names.problems);
  }

  private void check(EnumerablePropertySource<?> source) {
    boolean variable = source instanceof SystemEnvironmentPropertySource;
    ConfigurationPropertySource values = ConfigurationPropertySource.from(source);
    if (values == null) {
      return;
    }
    List<ConfigurationPropertyName> used =
        Arrays.stream(source.getPropertyNames())
            .filter(name -> isOurs(name) || variable && EnvironmentVariables.isOurs(name))
            .filter(name -> !isRenamed(name))
            .flatMap(name -> check(name, source, values, variable).stream())
            .toList();
    gaps(used);
  }

  private static boolean isOurs(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("holdfast.") || lower.startsWith("holdfast[");
  }

  /** Its name of now is checked in its place. */
  private static boolean isRenamed(String name) {
    return isOurs(name)
        ? RenamedSettings.of(name).isPresent()
        : !RenamedSettings.ofVariable(name).isEmpty();
  }

  /** The setting that this name means; empty, with a problem noted, if there is none. */
  private Optional<ConfigurationPropertyName> check(
      String name,
      EnumerablePropertySource<?> source,
      ConfigurationPropertySource values,
      boolean variable) {
    String value = String.valueOf(source.getProperty(name));
    boolean dotted = isOurs(name);
    if (!dotted && EnvironmentVariables.isOfKubernetes(name, value)) {
      return Optional.empty();
    }
    Stream<ConfigurationPropertyName> meanings =
        dotted
            ? Stream.of(ConfigurationPropertyName.adapt(name, '.'))
            : variables.meanings(name).stream();
    Optional<ConfigurationPropertyName> meant =
        meanings
            .filter(one -> known.find(one).filter(node -> takes(node, value)).isPresent())
            .filter(one -> values.getConfigurationProperty(one) != null)
            .findFirst();
    if (meant.isEmpty()) {
      unknown(name, variable && !dotted);
    }
    return meant;
  }

  /** An empty group in a YAML file counts as a name without a value. */
  private static boolean takes(Node node, String value) {
    return node.isValue() || value.isBlank();
  }

  private void unknown(String name, boolean variable) {
    String dotted = variable ? dotted(name) : name;
    String fix =
        nearest
            .to(dotted)
            .map(near -> variable ? EnvironmentVariables.variable(near) : near)
            .map("Did you mean %s?"::formatted)
            .orElse("Remove it; src/docs/CONFIGURATION.md lists all settings.");
    problems.add(
        new SettingProblem(
            name,
            variable
                ? "Holdfast has no setting for this environment variable"
                : "Holdfast has no such setting",
            fix));
  }

  /** {@code HOLDFAST_POLICY_0_APPROVRS} as {@code holdfast.policy[0].approvrs}. */
  private static String dotted(String variable) {
    return Arrays.stream(variable.toLowerCase(Locale.ROOT).split("_"))
        .map(word -> word.matches("[0-9]+") ? "[" + word + "]" : "." + word)
        .collect(Collectors.joining())
        .substring(1);
  }

  private void gaps(List<ConfigurationPropertyName> used) {
    Map<String, TreeSet<Integer>> lists = new TreeMap<>();
    for (ConfigurationPropertyName name : used) {
      for (int i = 0; i < name.getNumberOfElements(); i++) {
        if (name.isNumericIndex(i)) {
          int index = Integer.parseInt(name.getElement(i, ConfigurationPropertyName.Form.ORIGINAL));
          lists.computeIfAbsent(name.chop(i).toString(), list -> new TreeSet<>()).add(index);
        }
      }
    }
    lists.forEach((list, indexes) -> gap(list, indexes));
  }

  private void gap(String list, TreeSet<Integer> indexes) {
    int missing = 0;
    while (indexes.contains(missing)) {
      missing++;
    }
    if (missing <= indexes.last()) {
      String absent = "%s[%d]".formatted(list, missing);
      problems.add(
          new SettingProblem(
              "%s[%d]".formatted(list, indexes.higher(missing)),
              "it is set without %s".formatted(absent),
              "Number a list from 0 without gaps, in one place."));
    }
  }
}
