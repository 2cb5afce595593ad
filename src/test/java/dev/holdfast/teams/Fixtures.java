package dev.holdfast.teams;

import dev.holdfast.teams.settings.TeamsProperties;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Values that several tests need. */
public final class Fixtures {

  public static final TeamsProperties PROPERTIES =
      with(Map.of("service-hosts", "localhost,127.0.0.1"));

  private Fixtures() {}

  /** Settings under {@code holdfast.teams}, bound as at the start of Holdfast. */
  public static TeamsProperties with(Map<String, String> settings) {
    var source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("holdfast.teams." + name, value));
    return new Binder(source).bindOrCreate("holdfast.teams", TeamsProperties.class);
  }
}
