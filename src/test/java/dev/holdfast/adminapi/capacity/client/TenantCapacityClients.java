package dev.holdfast.adminapi.capacity.client;

import dev.holdfast.adminapi.capacity.TenantCapacityApi;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.http.AdminApiClients;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.testing.PlatformSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.web.client.RestClient;

/** The client for tests: real HTTP to a server of the test, asked once only. */
public final class TenantCapacityClients {

  private TenantCapacityClients() {}

  /**
   * Talks to {@code base}.
   *
   * @param api the admin API that Holdfast is set up with
   */
  public static TenantCapacityApi over(URI base, String api) {
    AdminApiEndpoints endpoints =
        PlatformSettings.endpoints(Map.of("api", api, "base-url", base, "timeouts.retry", "0s"));
    return TenantCapacityConfiguration.tenantCapacityApi(
        endpoints,
        AdminApiClients.open(
            endpoints,
            RestClient.builder(),
            audience -> "token for " + audience,
            Clock.systemUTC(),
            new ArrayList<Duration>()::add,
            UnknownWordListener.NOBODY));
  }
}
