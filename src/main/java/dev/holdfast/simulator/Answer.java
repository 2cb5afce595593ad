package dev.holdfast.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

/**
 * What goes back.
 *
 * @param body null for none
 * @param dropped whether the connection is broken instead of answering
 */
record Answer(int status, Map<String, String> headers, @Nullable JsonNode body, boolean dropped) {

  static Answer of(int status, @Nullable JsonNode body) {
    return new Answer(status, Map.of(), body, false);
  }

  static Answer empty(int status) {
    return of(status, null);
  }

  static Answer error(int status, String code, String message) {
    var body = Json.object();
    body.putObject("error").put("code", code).put("message", message);
    return of(status, body);
  }

  /** What a proxy in trouble would say. */
  static Answer garbled() {
    String page = "<html><body>Our services are not available right now</body></html>";
    return of(200, JsonNodeFactory.instance.rawValueNode(new RawValue(page)));
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, dropped);
  }

  Answer drop() {
    return new Answer(status, headers, body, true);
  }
}
