package dev.holdfast.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the spans that are exported. */
final class TraceCollector implements AutoCloseable {

  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  /** Method, path, and type of what came. */
  List<String> calls() {
    return calls;
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      call.getRequestBody().readAllBytes();
      calls.add(
          "%s %s %s"
              .formatted(
                  call.getRequestMethod(),
                  call.getRequestURI(),
                  call.getRequestHeaders().getFirst("Content-Type")));
      call.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
