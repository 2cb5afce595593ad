package dev.holdfast.app.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What a source has under earlier names, under those of now, and where it is set. */
final class RenamedSource extends MapPropertySource implements OriginLookup<String> {

  private final EnumerablePropertySource<?> source;
  private final Map<String, String> before;

  private RenamedSource(
      EnumerablePropertySource<?> source, Map<String, String> before, Map<String, Object> values) {
    super(name(source), values);
    this.source = source;
    this.before = before;
  }

  /**
   * @param before earlier names by the names of now
   * @param variables whether these are environment variables, whose names mean a setting in more
   *     than one way
   */
  static PropertySource<?> of(
      EnumerablePropertySource<?> source, Map<String, String> before, boolean variables) {
    Map<String, Object> values = new LinkedHashMap<>();
    before.forEach((now, name) -> values.put(now, source.getProperty(name)));
    return variables
        ? new Variables(source, before, values)
        : new RenamedSource(source, before, values);
  }

  /** Spring tells environment variables by the end of their source's name. */
  private static String name(PropertySource<?> source) {
    return "renamed-" + source.getName();
  }

  @Override
  public @Nullable Origin getOrigin(String name) {
    return origin(source, before, name);
  }

  private static @Nullable Origin origin(
      EnumerablePropertySource<?> source, Map<String, String> before, String name) {
    String given = before.get(name);
    return given == null ? null : PropertySourceOrigin.get(source, given);
  }

  private static final class Variables extends SystemEnvironmentPropertySource
      implements OriginLookup<String> {

    private final EnumerablePropertySource<?> source;
    private final Map<String, String> before;

    private Variables(
        EnumerablePropertySource<?> source,
        Map<String, String> before,
        Map<String, Object> values) {
      super(name(source), values);
      this.source = source;
      this.before = before;
    }

    @Override
    public @Nullable Origin getOrigin(String name) {
      return origin(source, before, name);
    }
  }
}
