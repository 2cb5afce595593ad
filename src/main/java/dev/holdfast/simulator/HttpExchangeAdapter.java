package dev.holdfast.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.holdfast.simulator.world.ApiDialect;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.support.LoopbackHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Between the JDK's HTTP server and the routes. */
record HttpExchangeAdapter(RouteTable routes, URI base) implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(HttpExchangeAdapter.class);

  @Override
  public void handle(HttpExchange http) throws IOException {
    try (http) {
      SimulatedResponse answer = answer(http);
      log.debug("{} {}: {}", http.getRequestMethod(), http.getRequestURI(), answer.status());
      if (!answer.dropped()) {
        send(http, answer);
      }
    }
  }

  private SimulatedResponse answer(HttpExchange http) throws IOException {
    Optional<String> refusal =
        LoopbackHeaders.refusal(
            http.getRequestHeaders().getFirst("Host"),
            http.getRequestHeaders().getFirst("Origin"),
            http.getLocalAddress().getPort());
    if (refusal.isPresent()) {
      return refused(http, SimulatedError.invalid(refusal.get()));
    }
    byte[] body = http.getRequestBody().readAllBytes();
    try {
      JsonNode json =
          body.length == 0 ? SimulatorJson.object() : SimulatorJson.MAPPER.readTree(body);
      return routes.answer(call(http, json));
    } catch (JacksonException e) {
      return refused(http, SimulatedError.invalid("The body is not JSON."));
    } catch (RuntimeException e) {
      log.warn(
          "The simulator stumbled over {} {}", http.getRequestMethod(), http.getRequestURI(), e);
      return refused(http, SimulatedError.trouble());
    }
  }

  private static SimulatedResponse refused(HttpExchange http, SimulatedError no) {
    return ApiDialect.of(http.getRequestURI().getPath()).refuse(no, true);
  }

  private SimulatedRequest call(HttpExchange http, JsonNode body) {
    String token = http.getRequestHeaders().getFirst("Authorization");
    return new SimulatedRequest(
        http.getRequestMethod(),
        http.getRequestURI().getPath(),
        query(http.getRequestURI().getRawQuery()),
        token != null && token.startsWith("Bearer ") && token.length() > 7,
        body,
        base);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] sides = pair.split("=", 2);
      query.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange http, SimulatedResponse answer) throws IOException {
    http.getResponseHeaders().set("x-ms-correlation-id", UUID.randomUUID().toString());
    answer.headers().forEach(http.getResponseHeaders()::set);
    if (answer.body() == null) {
      http.sendResponseHeaders(answer.status(), -1);
      return;
    }
    byte[] json = SimulatorJson.MAPPER.writeValueAsBytes(answer.body());
    http.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    http.sendResponseHeaders(answer.status(), json.length);
    http.getResponseBody().write(json);
  }
}
