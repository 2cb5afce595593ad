package dev.holdfast.testing;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line to another server on this machine that can be stopped at a point, so that a test can kill
 * who calls just there. What was stopped is lost.
 */
public final class Relay implements AutoCloseable {

  private static final List<String> PASSED_ON =
      List.of("Authorization", "Content-Type", "Operation-Location", "Retry-After");

  /** On which way a call is stopped. */
  public enum Way {
    /** The server does not see it. */
    TO_THE_SERVER,
    /** The server has done it, and the caller does not learn of it. */
    BACK
  }

  private record Stop(Way way, String path, CountDownLatch reached, CountDownLatch over) {}

  private final URI server;
  private final HttpServer relay;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile Optional<Stop> stop = Optional.empty();

  private Relay(URI server) throws IOException {
    this.server = server;
    relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    relay.setExecutor(threads);
    relay.createContext("/", this::handle);
    relay.start();
  }

  public static Relay to(URI server) {
    try {
      return new Relay(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + relay.getAddress().getPort());
  }

  /** From now on, calls with that in their path come only so far. */
  public void stops(Way way, String path) {
    stop = Optional.of(new Stop(way, path, new CountDownLatch(1), new CountDownLatch(1)));
  }

  /** Waits until a call was stopped. */
  public void awaitStopped() {
    Stop here = stop.orElseThrow();
    await(here + " is reached")
        .atMost(FakeConversation.PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> here.reached().getCount() == 0);
  }

  /** What was stopped is lost; new calls pass. */
  public void passesAgain() {
    stop.ifPresent(here -> here.over().countDown());
    stop = Optional.empty();
  }

  @Override
  public void close() {
    passesAgain();
    relay.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (stopped(Way.TO_THE_SERVER, exchange)) {
        return;
      }
      Optional<HttpResponse<String>> answer = call(exchange);
      if (!stopped(Way.BACK, exchange) && answer.isPresent()) {
        answer(exchange, answer.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean stopped(Way way, HttpExchange exchange) throws InterruptedException {
    Optional<Stop> here =
        stop.filter(
            one -> one.way() == way && exchange.getRequestURI().getPath().contains(one.path()));
    if (here.isPresent()) {
      here.get().reached().countDown();
      here.get().over().await();
    }
    return here.isPresent();
  }

  /** Empty when the server broke the line itself. */
  private Optional<HttpResponse<String>> call(HttpExchange exchange)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String name : PASSED_ON) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    try {
      return Optional.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The server's own address in it becomes the relay's, for calls to it may be stopped too. */
  private void answer(HttpExchange exchange, HttpResponse<String> answer) throws IOException {
    for (String name : PASSED_ON) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().set(name, relayed(value)));
    }
    byte[] body = relayed(answer.body()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private String relayed(String text) {
    return text.replace(server.toString(), address().toString());
  }
}
