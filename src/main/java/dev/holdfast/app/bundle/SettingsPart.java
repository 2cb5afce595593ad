package dev.holdfast.app.bundle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.unit.DataSize;

/**
 * The settings that are in force, with their defaults. Of a text only that it's set is said: it may
 * be a secret, a name, or somebody's ID.
 */
final class SettingsPart {

  private final List<String> lines = new ArrayList<>();

  private SettingsPart() {}

  /**
   * @param records those that hold settings, with {@link ConfigurationProperties}
   */
  static List<String> lines(Collection<?> records) {
    SettingsPart part = new SettingsPart();
    records.stream()
        .filter(one -> one.getClass().isRecord())
        .forEach(
            one ->
                part.add(one.getClass().getAnnotation(ConfigurationProperties.class).value(), one));
    return part.lines.stream().sorted().toList();
  }

  private void add(String name, @Nullable Object value) {
    if (value instanceof Optional<?> maybe) {
      add(name, maybe.orElse(null));
    } else if (value instanceof Record group) {
      for (RecordComponent component : group.getClass().getRecordComponents()) {
        add(
            name + "." + DataObjectPropertyName.toDashedForm(component.getName()),
            valueOf(component, group));
      }
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (int i = 0; i < list.size(); i++) {
        add(name + "[" + i + "]", list.get(i));
      }
    } else {
      lines.add(name + " = " + shown(value));
    }
  }

  private static @Nullable Object valueOf(RecordComponent component, Record group) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(group);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A record's component can be read: " + component, e);
    }
  }

  private static String shown(@Nullable Object value) {
    if (value == null || value.toString().isBlank() || value instanceof Collection<?>) {
      return "(not set)";
    }
    if (value instanceof Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (value instanceof URI address) {
      return host(address);
    }
    return isPlain(value) ? value.toString() : "(set)";
  }

  private static boolean isPlain(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof Duration
        || value instanceof DataSize
        || value instanceof ZoneId;
  }

  /** Without what may be a credential: user, path, and parameters. */
  private static String host(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getHost() == null
        ? "(set)"
        : address.getScheme() + "://" + address.getHost() + port + "/(…)";
  }
}
