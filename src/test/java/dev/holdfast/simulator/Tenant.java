package dev.holdfast.simulator;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.bap.BapClients;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** A simulated tenant at real speed, seen through the real client; a restore takes two hours. */
public final class Tenant implements AutoCloseable {

  public final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final Optional<Path> file;
  private final BiFunction<URI, Clock, AdminApi> clients;
  private SimulatorServer server;
  public AdminApi api;

  public Tenant() {
    this(Optional.empty());
  }

  public Tenant(Optional<Path> file) {
    this(file, BapClients::over);
  }

  /**
   * @param clients makes the client through which it is seen
   */
  public Tenant(BiFunction<URI, Clock, AdminApi> clients) {
    this(Optional.empty(), clients);
  }

  private Tenant(Optional<Path> file, BiFunction<URI, Clock, AdminApi> clients) {
    this.file = file;
    this.clients = clients;
    this.server = open();
    this.api = clients.apply(server.baseUrl(), clock);
  }

  private SimulatorServer open() {
    SimulatorServer opened = new SimulatorServer(clock, 1, file);
    opened.start(0);
    return opened;
  }

  public URI base() {
    return server.baseUrl();
  }

  void restart() {
    server.close();
    server = open();
    api = clients.apply(server.baseUrl(), clock);
  }

  /** The same operation where the restarted server listens. */
  OperationLocator moved(OperationLocator ref) {
    return new OperationLocator(
        ref.environmentId(),
        server.baseUrl().resolve(ref.statusUrl().getRawPath() + "?" + ref.statusUrl().getQuery()));
  }

  public Environment named(String name) {
    return api.environments().stream()
        .filter(environment -> environment.displayName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** To a day ago, under the target's own name. */
  public RestoreOrder restore(String source, String target) {
    return new RestoreOrder(
        named(source).id(),
        named(target).id(),
        target,
        clock.instant().minus(Duration.ofDays(1)),
        true,
        Optional.empty());
  }

  public void faults(String environment, String kindsAsJson) {
    tell(
        "faults",
        "{\"environment\":\"%s\",\"faults\":%s}".formatted(named(environment).id(), kindsAsJson));
  }

  /** From now on the tenant does not know the caller's service principal. */
  public void unregister() {
    tell("registration", "{\"registered\":false}");
  }

  /** From now on the tenant has no capacity left. */
  public void fill() {
    tell("capacity", "{\"full\":true}");
  }

  private void tell(String path, String json) {
    send(
        HttpRequest.newBuilder(base().resolve("/simulator/" + path))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public JsonNode orders() {
    return SimulatorJson.MAPPER
        .readTree(send(HttpRequest.newBuilder(base().resolve("/simulator/record"))).body())
        .path("orders");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
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
