package dev.holdfast.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A ServiceNow with the one change request CHG0030052. */
final class FakeServiceNow implements AutoCloseable {

  static final String TICKET = "CHG0030052";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final Set<String> headers = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
  private final AtomicInteger checks = new AtomicInteger();
  volatile int status = 200;
  volatile String state = "-2";
  volatile String approval = "approved";
  volatile String start = "";
  volatile int closesAfterChecks = Integer.MAX_VALUE;

  FakeServiceNow() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/now/table/change_request", this::answer);
    server.start();
  }

  String url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort()).toString();
  }

  /** The names of the headers of all calls. */
  Set<String> headers() {
    return headers;
  }

  List<String> notes() {
    return notes;
  }

  private void answer(HttpExchange http) throws IOException {
    headers.addAll(http.getRequestHeaders().keySet());
    byte[] body = http.getRequestBody().readAllBytes();
    String query = String.valueOf(http.getRequestURI().getQuery());
    String answer = "{\"result\":{}}";
    if (status == 200 && http.getRequestMethod().equals("PATCH")) {
      notes.add(JSON.readTree(body).path("work_notes").asString());
    } else if (query.contains("number=" + TICKET + "&")) {
      if (checks.incrementAndGet() > closesAfterChecks) {
        state = "3";
      }
      answer = "{\"result\":[" + change() + "]}";
    } else if (query.contains("sysparm_query")) {
      answer = "{\"result\":[]}";
    } else {
      answer =
          JSON.writeValueAsString(
              Map.of("result", Map.of("work_notes", String.join("\n\n", notes))));
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    http.sendResponseHeaders(status, bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }

  private String change() {
    return """
    {"sys_id":{"value":"1c87925347c12200e0ef563dbb9a7177"},"number":{"value":"%s"},
     "state":{"value":"%s","display_value":"%s"},
     "approval":{"value":"%s","display_value":"%s"},"on_hold":{"value":"false"},
     "start_date":{"value":"%s"},"end_date":{"value":""}}
    """
        .formatted(
            TICKET, state, state.equals("3") ? "Closed" : "Scheduled", approval, approval, start);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
