package dev.holdfast.simulator.world;

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
public record SimulatedResponse(
    int status, Map<String, String> headers, @Nullable JsonNode body, boolean dropped) {

  public static SimulatedResponse of(int status, @Nullable JsonNode body) {
    return new SimulatedResponse(status, Map.of(), body, false);
  }

  public static SimulatedResponse empty(int status) {
    return of(status, null);
  }

  public static SimulatedResponse error(int status, String code, String message) {
    var body = SimulatorJson.object();
    body.putObject("error").put("code", code).put("message", message);
    return of(status, body);
  }

  /** What a proxy in trouble would say. */
  public static SimulatedResponse garbled() {
    String page = "<html><body>Our services are not available right now</body></html>";
    return of(200, JsonNodeFactory.instance.rawValueNode(new RawValue(page)));
  }

  SimulatedResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new SimulatedResponse(status, more, body, dropped);
  }

  SimulatedResponse drop() {
    return new SimulatedResponse(status, headers, body, true);
  }
}
