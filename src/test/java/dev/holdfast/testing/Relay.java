package dev.holdfast.testing;

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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

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

  /** A point on the line where calls come to a halt. */
  public static final class Stop {

    private final Way way;
    private final Predicate<String> path;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private Stop(Way way, Predicate<String> path) {
      this.way = way;
      this.path = path;
    }

    /** Waits for a call to be stopped, and returns whether one was. */
    public boolean isReachedWithin(Duration patience) {
      try {
        return reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private final URI server;
  private final HttpServer relay;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch late = new CountDownLatch(1);
  private volatile Optional<Random> trouble = Optional.empty();
  private final List<Stop> stops = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Set<String> headers = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

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

  /** Method, path, and query of every call that came, whatever became of it. */
  public List<String> calls() {
    return calls;
  }

  /** The names of the headers of all calls. */
  public Set<String> headers() {
    return headers;
  }

  /** From now on, orders come only so far where the path of their call fits. */
  public Stop stopsOrders(Way way, Predicate<String> path) {
    Stop stop = new Stop(way, path);
    stops.add(stop);
    return stop;
  }

  /** What was stopped there is lost; new calls pass. */
  public void passesAgain(Stop stop) {
    stops.remove(stop);
    stop.over.countDown();
  }

  /**
   * From now on, one call in eight is answered with 429 or 500 without having reached the server,
   * or is answered late, or loses its answer on the way back.
   */
  public void troubles(Random random) {
    trouble = Optional.of(random);
  }

  private boolean isTroubled(HttpExchange exchange) throws IOException {
    int status =
        switch (trouble.map(random -> random.nextInt(24)).orElse(-1)) {
          case 0 -> 429;
          case 1 -> 500;
          default -> 0;
        };
    if (status > 0) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      exchange.sendResponseHeaders(status, -1);
    }
    return status > 0;
  }

  @Override
  public void close() {
    late.countDown();
    stops.forEach(this::passesAgain);
    relay.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.addAll(exchange.getRequestHeaders().keySet());
      calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (isTroubled(exchange) || stopped(Way.TO_THE_SERVER, exchange)) {
        return;
      }
      Optional<HttpResponse<String>> answer = call(exchange);
      if (!isLost() && !stopped(Way.BACK, exchange) && answer.isPresent()) {
        answer(exchange, answer.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Late, or never. */
  private boolean isLost() throws InterruptedException {
    int fate = trouble.map(random -> random.nextInt(12)).orElse(-1);
    if (fate == 0) {
      late.await(700, TimeUnit.MILLISECONDS);
    }
    return fate == 1;
  }

  private boolean stopped(Way way, HttpExchange exchange) throws InterruptedException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return false;
    }
    Optional<Stop> here =
        stops.stream()
            .filter(stop -> stop.way == way)
            .filter(stop -> stop.path.test(exchange.getRequestURI().getPath()))
            .findFirst();
    if (here.isPresent()) {
      here.get().reached.countDown();
      here.get().over.await();
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
