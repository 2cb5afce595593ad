package dev.holdfast.teams;

import dev.holdfast.teams.settings.AllowedServiceHosts;
import dev.holdfast.teams.settings.ConnectorProperties;
import dev.holdfast.teams.settings.TeamsProperties;
import dev.holdfast.teams.settings.TeamsTrustProperties;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Values that several tests need. */
public final class Fixtures {

  public static final TeamsProperties PROPERTIES = with(Map.of());

  public static final ConnectorProperties CONNECTOR = bound(Map.of(), ConnectorProperties.class);

  public static final AllowedServiceHosts HOSTS =
      new AllowedServiceHosts(
          bound(Map.of("service-hosts", "localhost,127.0.0.1"), TeamsTrustProperties.class));

  private Fixtures() {}

  /** Settings under {@code holdfast.teams}, bound as at the start of Holdfast. */
  public static TeamsProperties with(Map<String, String> settings) {
    return bound(settings, TeamsProperties.class);
  }

  /** The same of another of their records. */
  public static <T> T bound(Map<String, String> settings, Class<T> type) {
    var source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("holdfast.teams." + name, value));
    return new Binder(source).bindOrCreate("holdfast.teams", type);
  }
}
