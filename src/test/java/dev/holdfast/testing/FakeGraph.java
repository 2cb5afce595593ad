package dev.holdfast.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A Microsoft Graph that lists the members of groups, a few on each page. */
public final class FakeGraph implements AutoCloseable {

  private static final int PAGE = 2;

  private final HttpServer server;
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> accountCalls = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String nextHost = "";
  private volatile Runnable later = () -> {};
  private final AtomicInteger left = new AtomicInteger();

  private FakeGraph(HttpServer server) {
    this.server = server;
  }

  public static FakeGraph start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeGraph graph = new FakeGraph(server);
      server.createContext("/v1.0/groups/", graph::answer);
      server.createContext("/v1.0/users", graph::accounts);
      server.start();
      return graph;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A group with these people of the tenant. */
  public void group(String id, FakePerson... people) {
    List<String> users = new ArrayList<>();
    for (FakePerson person : people) {
      users.add(user(person.entraId(), "\"Member\"", "true"));
    }
    groups.put(id, users);
  }

  /** A group with these users, as JSON. */
  public void users(String id, String... users) {
    groups.put(id, List.of(users));
  }

  public static String user(String id, String type, String enabled) {
    return "{\"id\":\"%s\",\"userType\":%s,\"accountEnabled\":%s}".formatted(id, type, enabled);
  }

  /** Answers with this from now on; 200 to list members again. */
  public void answers(int code) {
    status = code;
  }

  /** Does something after so many more answers. */
  public void after(int answers, Runnable change) {
    later = change;
    left.set(answers);
  }

  /** Says that the next page is elsewhere. */
  public void pagesAt(String host) {
    nextHost = host;
  }

  public List<String> calls() {
    return calls;
  }

  /** What was asked about accounts. */
  public List<String> accountCalls() {
    return accountCalls;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      calls.add(asked.toString());
      List<String> users = groups.get(asked.getPath().split("/")[3]);
      int code = status == 200 && users == null ? 404 : status;
      if (code == 429) {
        exchange.getResponseHeaders().set("Retry-After", "7");
      }
      byte[] body =
          (code == 200 ? page(asked, users) : "{\"error\":{}}").getBytes(StandardCharsets.UTF_8);
      if (left.decrementAndGet() == 0) {
        later.run();
      }
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Lists the users of all groups who are asked for. */
  private void accounts(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getQuery();
      accountCalls.add(query);
      String found =
          groups.values().stream()
              .flatMap(List::stream)
              .distinct()
              .filter(user -> query.contains("'" + user.split("\"")[3] + "'"))
              .collect(Collectors.joining(","));
      byte[] body =
          (status == 200 ? "{\"value\":[%s]}".formatted(found) : "{\"error\":{}}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String page(URI asked, List<String> users) {
    String query = asked.getQuery();
    int at = query.indexOf("$skiptoken=");
    int from = at < 0 ? 0 : Integer.parseInt(query.substring(at + "$skiptoken=".length()));
    int to = Math.min(from + PAGE, users.size());
    String host = nextHost.isEmpty() ? url().toString() : nextHost;
    String next =
        to < users.size()
            ? ",\"@odata.nextLink\":\"%s%s?$skiptoken=%d\"".formatted(host, asked.getPath(), to)
            : "";
    return "{\"value\":[%s]%s}".formatted(String.join(",", users.subList(from, to)), next);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
