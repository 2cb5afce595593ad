package dev.holdfast.app.settings;

import dev.holdfast.settings.SettingProblem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.unit.DataSize;

/** Notes each value that can't be read or makes no sense, and goes on with the next one. */
final class BoundSettings extends AbstractBindHandler {

  private static final Duration LONGEST = Duration.ofDays(3650);

  private static final Map<Class<?>, String> KINDS =
      Map.ofEntries(
          Map.entry(Duration.class, "a duration such as 30s, 15m, or 24h"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(int.class, "a whole number"),
          Map.entry(double.class, "a number"),
          Map.entry(DataSize.class, "a size such as 256KB"),
          Map.entry(URI.class, "a URL"),
          Map.entry(Path.class, "a path"));

  private final List<SettingProblem> problems = new ArrayList<>();

  List<SettingProblem> problems() {
    return problems;
  }

  @Override
  public Object onSuccess(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
    if (result instanceof Duration duration) {
      check(name, duration, target.getAnnotation(DurationMin.class) != null);
    }
    return result;
  }

  /**
   * @param constrained whether a constraint on the setting says how short it may be
   */
  private void check(ConfigurationPropertyName name, Duration duration, boolean constrained) {
    if (!constrained && (duration.isZero() || duration.isNegative())) {
      problems.add(new SettingProblem(name.toString(), "must be longer than zero", ""));
    } else if (duration.compareTo(LONGEST) > 0) {
      problems.add(
          new SettingProblem(
              name.toString(), "must be at most %d days".formatted(LONGEST.toDays()), ""));
    }
  }

  @Override
  public @Nullable Object onFailure(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
    if (!(error instanceof UnboundConfigurationPropertiesException)) { // a gap, noted elsewhere
      Class<?> type = target.getType().toClass();
      problems.add(new SettingProblem(name.toString(), "must be " + kind(type), ""));
    }
    return null;
  }

  private static String kind(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return KINDS.getOrDefault(type, "readable as " + type.getSimpleName());
  }
}
