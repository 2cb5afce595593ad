package dev.holdfast.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A Bot Connector that holds the published limits, by a clock in the test's hands. */
public final class LimitedTeams implements AutoCloseable {

  /** How many calls within how long. */
  private record Limit(int calls, Duration within) {

    boolean allows(List<Instant> taken, Instant now) {
      return taken.size() < calls || !taken.get(taken.size() - calls).isAfter(now.minus(within));
    }

    Instant earliest(List<Instant> taken, Instant now) {
      return allows(taken, now) ? now : taken.get(taken.size() - calls).plus(within);
    }
  }

  private static final List<Limit> CONVERSATION =
      List.of(
          new Limit(7, Duration.ofSeconds(1)),
          new Limit(8, Duration.ofSeconds(2)),
          new Limit(60, Duration.ofSeconds(30)),
          new Limit(1800, Duration.ofHours(1)));

  /** For calls that only ask who is there. */
  private static final List<Limit> ASKING =
      List.of(
          new Limit(14, Duration.ofSeconds(1)),
          new Limit(16, Duration.ofSeconds(2)),
          new Limit(120, Duration.ofSeconds(30)),
          new Limit(3600, Duration.ofHours(1)));

  private static final List<Limit> ALL = List.of(new Limit(50, Duration.ofSeconds(1)));

  private final Clock clock;
  private final HttpServer server;
  private final AtomicInteger refused = new AtomicInteger();
  private final List<Instant> all = new ArrayList<>();
  private final Map<String, List<Instant>> conversations = new ConcurrentHashMap<>();

  public LimitedTeams(Clock clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  public URI serviceUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public int refused() {
    return refused.get();
  }

  /** How many calls about a conversation were taken. */
  public int taken(String conversation) {
    return conversations.getOrDefault(conversation, List.of()).size();
  }

  /** How many of them only asked who is there. */
  public int answered(String conversation) {
    return taken(conversation + "?");
  }

  /** How long so many calls take at least in one conversation. */
  public static Duration fastestInOneConversation(int calls) {
    return fastest(calls, CONVERSATION);
  }

  /** How long so many calls take at least, in however many conversations. */
  public static Duration fastestOverAll(int calls) {
    return fastest(calls, ALL);
  }

  private static Duration fastest(int calls, List<Limit> limits) {
    List<Instant> taken = new ArrayList<>();
    Instant now = Instant.EPOCH;
    for (int i = 0; i < calls; i++) {
      for (Limit limit : limits) {
        Instant earliest = limit.earliest(taken, now);
        now = earliest.isAfter(now) ? earliest : now;
      }
      taken.add(now);
    }
    return Duration.between(Instant.EPOCH, now);
  }

  private synchronized void handle(HttpExchange http) throws IOException {
    try (http) {
      http.getRequestBody().readAllBytes();
      boolean asks = http.getRequestMethod().equals("GET");
      String conversation = http.getRequestURI().getPath().split("/")[3] + (asks ? "?" : "");
      List<Instant> own = conversations.computeIfAbsent(conversation, key -> new ArrayList<>());
      Instant now = clock.instant();
      boolean allowed =
          (asks ? ASKING : CONVERSATION).stream().allMatch(limit -> limit.allows(own, now))
              && ALL.stream().allMatch(limit -> limit.allows(all, now));
      if (allowed) {
        own.add(now);
        all.add(now);
      } else {
        refused.incrementAndGet();
        http.getResponseHeaders().set("Retry-After", "1");
      }
      byte[] body = allowed && asks ? page(own.size()) : new byte[0];
      http.sendResponseHeaders(allowed ? 200 : 429, body.length == 0 ? -1 : body.length);
      http.getResponseBody().write(body);
    }
  }

  /** The largest team has fifty pages of members; who they are is nobody's business here. */
  private static byte[] page(int number) {
    String next = number < 50 ? ",\"continuationToken\":\"%d\"".formatted(number) : "";
    return "{\"members\":[]%s}".formatted(next).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
