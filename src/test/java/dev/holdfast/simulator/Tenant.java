package dev.holdfast.simulator;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.RestoreOrder;
import dev.holdfast.platform.bap.BapClients;
import dev.holdfast.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A simulated tenant at real speed, seen through the real client; a restore takes two hours. */
final class Tenant implements AutoCloseable {

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final Optional<Path> file;
  private SimulatorServer server;
  AdminApi api;

  Tenant() {
    this(Optional.empty());
  }

  Tenant(Optional<Path> file) {
    this.file = file;
    this.server = open();
    this.api = BapClients.over(server.baseUrl(), clock);
  }

  private SimulatorServer open() {
    SimulatorServer opened = new SimulatorServer(clock, 1, file);
    opened.start(0);
    return opened;
  }

  URI base() {
    return server.baseUrl();
  }

  void restart() {
    server.close();
    server = open();
    api = BapClients.over(server.baseUrl(), clock);
  }

  /** The same operation where the restarted server listens. */
  OperationRef moved(OperationRef ref) {
    return new OperationRef(
        ref.environmentId(),
        server.baseUrl().resolve(ref.statusUrl().getRawPath() + "?" + ref.statusUrl().getQuery()));
  }

  Environment named(String name) {
    return api.environments().stream()
        .filter(environment -> environment.displayName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** To a day ago, under the target's own name. */
  RestoreOrder restore(String source, String target) {
    return new RestoreOrder(
        named(source).id(),
        named(target).id(),
        target,
        clock.instant().minus(Duration.ofDays(1)),
        true,
        Optional.empty());
  }

  void faults(String environment, String kindsAsJson) {
    String body =
        "{\"environment\":\"%s\",\"faults\":%s}".formatted(named(environment).id(), kindsAsJson);
    send(
        HttpRequest.newBuilder(base().resolve("/simulator/faults"))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  JsonNode orders() {
    return Json.MAPPER
        .readTree(send(HttpRequest.newBuilder(base().resolve("/simulator/record"))).body())
        .path("orders");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
