package dev.holdfast.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * An admin API on loopback whose operations all run and never end, and which notes when it was
 * asked for each. It is its own login server.
 */
final class RunningOperations implements AutoCloseable {

  private static final String API = "/providers/";
  private static final String PATH = API + "Microsoft.BusinessAppPlatform/lifecycleOperations/";
  private static final String TOKEN =
      "{\"token_type\":\"Bearer\",\"expires_in\":5400,\"access_token\":\"benchmark\"}";
  private static final String RUNNING =
      """
      {"id":"%s","type":{"id":"Restore"},"typeDisplayName":"Restore","state":{"id":"Running"},
      "createdDateTime":"2026-11-23T10:00:00.1234567Z","lastActionDateTime":"2026-11-23T10:05:00.1234567Z",
      "requestedBy":{"id":"app","displayName":"Holdfast","type":"ServicePrincipal"},
      "stages":[{"id":"Validate","name":"Validate","state":{"id":"Succeeded"}},
      {"id":"Prepare","name":"Prepare","state":{"id":"Succeeded"}},
      {"id":"Run","name":"Run","state":{"id":"Running"}}]}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(32);
  private final Map<String, Long> lookedAt = new ConcurrentHashMap<>();
  private final LongAdder looks = new LongAdder();

  RunningOperations() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(PATH, this::look);
    server.createContext(API, http -> answer(http, "{\"value\":[]}"));
    server.createContext("/", http -> answer(http, TOKEN));
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Below it each operation is found by its id. */
  URI operations() {
    return base().resolve(PATH);
  }

  /** How often an operation was asked for. */
  long looks() {
    return looks.sum();
  }

  /** How many operations were asked for after an instant of {@link System#nanoTime}. */
  long lookedAtSince(long nanoTime) {
    return lookedAt.values().stream().filter(at -> at > nanoTime).count();
  }

  private void look(HttpExchange http) throws IOException {
    String id = http.getRequestURI().getPath().substring(PATH.length());
    lookedAt.put(id, System.nanoTime());
    looks.increment();
    answer(http, RUNNING.formatted(id));
  }

  private static void answer(HttpExchange http, String json) throws IOException {
    try (http) {
      http.getRequestBody().readAllBytes();
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      http.getResponseHeaders().set("Content-Type", "application/json");
      http.sendResponseHeaders(200, body.length);
      http.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
