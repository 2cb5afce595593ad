package dev.holdfast.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives the answers that a test has written down, in their order, and keeps what it was asked. */
public final class ScriptedServer implements AutoCloseable {

  /** What came in. */
  public record Asked(
      String method, String target, Map<String, List<String>> headers, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  private interface Reaction {
    void to(HttpExchange http) throws IOException;
  }

  private final Queue<Reaction> script = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  public ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return asked;
  }

  /** The bytes of {@code src/test/resources/<name>}, of {@code bap/} where no folder is named. */
  public byte[] file(String name) {
    try (InputStream in =
        ScriptedServer.class.getResourceAsStream(
            name.contains("/") ? "/" + name : "/bap/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ScriptedServer answers(int status) {
    return answers(status, Map.of(), new byte[0]);
  }

  public ScriptedServer answers(int status, String file) {
    return answers(status, Map.of(), file(file));
  }

  public ScriptedServer answers(int status, Map<String, String> headers) {
    return answers(status, headers, new byte[0]);
  }

  public ScriptedServer answers(int status, Map<String, String> headers, String file) {
    return answers(status, headers, file(file));
  }

  public ScriptedServer answers(int status, Map<String, String> headers, byte[] body) {
    script.add(
        http -> {
          headers.forEach(http.getResponseHeaders()::set);
          http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          if (body.length > 0) {
            http.getResponseBody().write(body);
          }
        });
    return this;
  }

  /** Takes the request and breaks the connection. */
  public ScriptedServer hangsUp() {
    script.add(http -> {});
    return this;
  }

  /** Sends the head of an answer and breaks the connection in its body. */
  public ScriptedServer hangsUpWithin(int status, Map<String, String> headers) {
    script.add(
        http -> {
          headers.forEach(http.getResponseHeaders()::set);
          http.sendResponseHeaders(status, 100);
          http.getResponseBody().write('{');
          http.getResponseBody().flush();
        });
    return this;
  }

  /** Takes the request and says nothing for as long as the test lasts. */
  public ScriptedServer staysSilent() {
    script.add(
        http -> {
          try {
            closing.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return this;
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      byte[] body = http.getRequestBody().readAllBytes();
      asked.add(
          new Asked(
              http.getRequestMethod(),
              http.getRequestURI().toString(),
              Map.copyOf(http.getRequestHeaders()),
              body));
      Reaction next = script.poll();
      if (next == null) {
        http.sendResponseHeaders(599, -1); // the test has not written this down
        return;
      }
      next.to(http);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
