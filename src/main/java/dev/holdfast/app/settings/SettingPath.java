package dev.holdfast.app.settings;

import dev.holdfast.app.settings.KnownSettings.Node;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Turns the path of a violation into the name of the setting that people have to correct. */
final class SettingPath {

  private SettingPath() {}

  /**
   * A constraint across settings is a method such as {@code isBaseUrlUsable}: it counts for the
   * setting that its name begins with, or for the group.
   *
   * @param path such as {@code policy[0].approvers[1].<list element>}
   */
  static String of(String prefix, String path, KnownSettings known) {
    String full = prefix + "." + dashed(path.replaceAll("\\.<[^>]*>", ""));
    if (exists(full, known)) {
      return full;
    }
    String group = full.substring(0, full.lastIndexOf('.'));
    String last = full.substring(full.lastIndexOf('.') + 1);
    return known
        .find(ConfigurationPropertyName.of(group))
        .flatMap(node -> beginning(node, last))
        .map(name -> group + "." + name)
        .orElse(group);
  }

  private static boolean exists(String name, KnownSettings known) {
    return ConfigurationPropertyName.isValid(name)
        && known.find(ConfigurationPropertyName.of(name)).isPresent();
  }

  private static Optional<String> beginning(Node group, String name) {
    return group.children().values().stream()
        .map(Node::name)
        .filter(child -> name.startsWith(child + "-"))
        .max(Comparator.comparingInt(String::length));
  }

  /** {@code baseUrl} as it is written: {@code base-url}. */
  private static String dashed(String field) {
    return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
