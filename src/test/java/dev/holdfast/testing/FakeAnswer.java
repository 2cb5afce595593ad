package dev.holdfast.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
    return new FakeAnswer(200, member(person, "objectId").toString(), Optional.empty());
  }

  /** In others it is {@code aadObjectId}. */
  static FakeAnswer page(
      List<FakePerson> people, String role, String tenant, Optional<String> next) {
    var page = JsonNodeFactory.instance.objectNode();
    var members = page.putArray("members");
    people.forEach(
        person ->
            members.add(
                member(person, "aadObjectId").put("userRole", role).put("tenantId", tenant)));
    next.ifPresent(token -> page.put("continuationToken", token));
    return new FakeAnswer(200, page.toString(), Optional.empty());
  }

  private static ObjectNode member(FakePerson person, String entraId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", person.teamsId())
        .put("name", person.name())
        .put(entraId, person.entraId());
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
