package dev.holdfast.adminapi.finops.client;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.finops.FinOpsApi;
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
public final class FinOpsClients {

  private FinOpsClients() {}

  /**
   * Talks to {@code base}.
   *
   * @param api the admin API that Holdfast is set up with
   */
  public static FinOpsApi over(URI base, String api, Clock clock) {
    return over(base, api, clock, Duration.ofSeconds(10));
  }

  static FinOpsApi over(URI base, String api, Clock clock, Duration read) {
    return over(base, api, clock, read, audience -> "token for " + audience);
  }

  static FinOpsApi over(
      URI base, String api, Clock clock, Duration read, AccessTokenProvider tokens) {
    AdminApiEndpoints endpoints =
        PlatformSettings.endpoints(
            Map.of("api", api, "base-url", base, "timeouts.retry", "0s", "timeouts.read", read));
    return FinOpsConfiguration.finOpsApi(
        endpoints,
        AdminApiClients.open(
            endpoints,
            RestClient.builder(),
            tokens,
            clock,
            new ArrayList<Duration>()::add,
            UnknownWordListener.NOBODY));
  }
}
