package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
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

/** The BAP implementation for tests: real HTTP to a server of the test, and no waiting. */
public final class BapClients {

  public static final URI AUDIENCE = URI.create("https://service.powerapps.com/");

  private BapClients() {}

  /** Talks to {@code base} with the token {@code test}. */
  public static AdminApi over(URI base, Clock clock) {
    return over(base, clock, Duration.ofSeconds(10), new ArrayList<>());
  }

  static AdminApi over(URI base, Clock clock, Duration read, List<Duration> waits) {
    return over(base, clock, read, waits, audience -> "test");
  }

  static AdminApi over(
      URI base, Clock clock, Duration read, List<Duration> waits, AccessTokenProvider tokens) {
    AdminApiProperties properties =
        PlatformSettings.with(
            Map.of("base-url", base, "timeouts.connect", "5s", "timeouts.read", read));
    return over(properties, clock, waits, tokens);
  }

  static AdminApi over(
      AdminApiProperties properties,
      Clock clock,
      List<Duration> waits,
      AccessTokenProvider tokens) {
    return BapAdminApiFactory.open(
        properties,
        AdminApiHttpClients.open(
            properties,
            RestClient.builder(),
            tokens,
            clock,
            waits::add,
            UnknownWordListener.NOBODY));
  }
}
