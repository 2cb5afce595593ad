package dev.holdfast.webhook;

import dev.holdfast.webhook.WebhookProperties.Endpoint;
import dev.holdfast.webhook.WebhookProperties.Only;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of webhooks. */
final class Hooks {

  static final Only ALL = only(List.of(), List.of(), List.of(), List.of());

  private Hooks() {}

  static Only only(
      List<String> events, List<String> operations, List<String> ids, List<String> types) {
    return new Only(events, operations, ids, types);
  }

  static WebhookProperties of(Endpoint... endpoints) {
    return new WebhookProperties(
        List.of(endpoints),
        URI.create("urn:holdfast:test"),
        Duration.ofSeconds(5),
        Duration.ofDays(3),
        Duration.ofDays(7));
  }

  static Endpoint endpoint(String name, URI url, String... secrets) {
    return new Endpoint(name, url, List.of(secrets), Optional.empty(), ALL, false);
  }

  static Endpoint endpoint(String name, URI url, Path secretFile) {
    return new Endpoint(name, url, List.of(), Optional.of(secretFile.toString()), ALL, false);
  }

  static Endpoint only(Endpoint endpoint, Only only) {
    return new Endpoint(
        endpoint.name(),
        endpoint.url(),
        endpoint.secrets(),
        endpoint.secretFile(),
        only,
        endpoint.includeTexts());
  }
}
