package dev.holdfast.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What Holdfast calls, on loopback: the Bot Connector, which takes everything and notes when, and
 * the login server, which gives everybody the same token.
 */
final class Outside implements AutoCloseable {

  /** Many connect at the same time. */
  private static final int BACKLOG = 1024;

  private static final String TOKEN =
      "{\"token_type\":\"Bearer\",\"expires_in\":5400,\"access_token\":\"benchmark\"}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong taken = new AtomicLong();
  private final Map<String, Long> takenAt = new ConcurrentHashMap<>();

  private volatile byte[] last = {};

  Outside() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/connector", this::take);
    server.createContext("/", http -> answer(http, 200, TOKEN));
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String serviceUrl() {
    return base() + "/connector";
  }

  /** How many messages have reached the connector. */
  long taken() {
    return taken.get();
  }

  /** When the newest message reached each conversation, by {@link System#nanoTime}. */
  Map<String, Long> takenAt() {
    return takenAt;
  }

  /** The activity that came last. */
  String last() {
    return new String(last, StandardCharsets.UTF_8);
  }

  private void take(HttpExchange http) throws IOException {
    byte[] activity = http.getRequestBody().readAllBytes();
    List<String> path = List.of(http.getRequestURI().getPath().split("/"));
    takenAt.put(path.get(path.indexOf("conversations") + 1), System.nanoTime());
    last = activity;
    answer(http, 201, "{\"id\":\"" + taken.incrementAndGet() + "\"}");
  }

  private static void answer(HttpExchange http, int status, String json) throws IOException {
    try (http) {
      http.getRequestBody().readAllBytes();
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      http.getResponseHeaders().set("Content-Type", "application/json");
      http.sendResponseHeaders(status, body.length);
      http.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
