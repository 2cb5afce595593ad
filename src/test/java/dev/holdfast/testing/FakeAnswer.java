package dev.holdfast.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** An answer of the fake connector. */
record FakeAnswer(int status, String body, Optional<String> retryAfter) {

  static FakeAnswer created(String id) {
    return withId(201, id);
  }

  static FakeAnswer ok(String id) {
    return withId(200, id);
  }

  /** In some endpoints of Teams the Entra object id is {@code objectId}. */
  static FakeAnswer member(FakePerson person) {
    var member =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", person.teamsId())
            .put("name", person.name())
            .put("objectId", person.entraId());
    return new FakeAnswer(200, member.toString(), Optional.empty());
  }

  static FakeAnswer accepted() {
    return new FakeAnswer(202, "{}", Optional.empty());
  }

  static FakeAnswer error(int status, String code, String message) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", code).put("message", message);
    return new FakeAnswer(status, body.toString(), Optional.empty());
  }

  private static FakeAnswer withId(int status, String id) {
    return new FakeAnswer(
        status, JsonNodeFactory.instance.objectNode().put("id", id).toString(), Optional.empty());
  }

  void send(HttpExchange exchange) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    retryAfter.ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", wait));
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
