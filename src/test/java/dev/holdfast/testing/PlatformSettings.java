package dev.holdfast.testing;

import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.endpoint.PowerPlatformApiProperties;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How an admin API of a test is reached. */
public final class PlatformSettings {

  private PlatformSettings() {}

  /** BAP at this address, with the settings of the public cloud. */
  public static AdminApiProperties bap(URI base) {
    return with(Map.of("base-url", base));
  }

  /** Settings under {@code holdfast.admin-api}, bound as at the start of Holdfast. */
  public static AdminApiProperties with(Map<String, ?> settings) {
    return bound(settings, AdminApiProperties.class);
  }

  /** The admin APIs that the same settings give. */
  public static AdminApiEndpoints endpoints(Map<String, ?> settings) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("holdfast.admin-api." + name, value.toString()));
    return new AdminApiEndpoints(
        with(settings),
        new Binder(source)
            .bindOrCreate(
                "holdfast.admin-api.power-platform-api", PowerPlatformApiProperties.class));
  }

  public static AdminApiSignInProperties signIn(Map<String, ?> settings) {
    return bound(settings, AdminApiSignInProperties.class);
  }

  public static AdminApiUsageProperties usage(Map<String, ?> settings) {
    return bound(settings, AdminApiUsageProperties.class);
  }

  private static <T> T bound(Map<String, ?> settings, Class<T> type) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    settings.forEach((name, value) -> source.put("holdfast.admin-api." + name, value.toString()));
    return new Binder(source).bindOrCreate("holdfast.admin-api", type);
  }
}
