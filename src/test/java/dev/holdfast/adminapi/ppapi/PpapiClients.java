package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.http.AdminApiHttpClients;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.testing.PlatformSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.client.RestClient;

/** The Power Platform API for tests: real HTTP to a server of the test, and no waiting. */
public final class PpapiClients {

  public static final URI AUDIENCE = URI.create("https://api.powerplatform.com");

  private PpapiClients() {}

  /** Talks to {@code base} with the token {@code test}, and asks once only. */
  public static AdminApi over(URI base, Clock clock) {
    AdminApiProperties once =
        PlatformSettings.with(Map.of("api", "ppapi", "base-url", base, "timeouts.retry", "0s"));
    return over(once, clock, new ArrayList<>(), audience -> "test");
  }

  static AdminApi over(
      URI base, Clock clock, Duration read, List<Duration> waits, AccessTokenProvider tokens) {
    AdminApiProperties properties =
        PlatformSettings.with(
            Map.of(
                "api", "ppapi", "base-url", base, "timeouts.connect", "5s", "timeouts.read", read));
    return over(properties, clock, waits, tokens);
  }

  static AdminApi over(
      AdminApiProperties properties,
      Clock clock,
      List<Duration> waits,
      AccessTokenProvider tokens) {
    return over(properties, PlatformSettings.usage(Map.of()), clock, waits, tokens);
  }

  static AdminApi over(
      AdminApiProperties properties,
      AdminApiUsageProperties usage,
      Clock clock,
      List<Duration> waits,
      AccessTokenProvider tokens) {
    return PpapiAdminApiFactory.open(
        properties,
        usage,
        AdminApiHttpClients.open(
            properties,
            RestClient.builder(),
            tokens,
            clock,
            waits::add,
            UnknownWordListener.NOBODY));
  }
}
