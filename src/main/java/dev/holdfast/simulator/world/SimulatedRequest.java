package dev.holdfast.simulator.world;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request as it came in.
 *
 * @param base where the simulator is reached, for the addresses that it gives out
 * @param query decoded; of a name given twice the last one
 * @param body an empty object when there was none
 */
public record SimulatedRequest(
    String method,
    String path,
    Map<String, String> query,
    boolean bearer,
    JsonNode body,
    URI base) {

  public boolean changes() {
    return !method.equals("GET");
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A field of the body, its name in whatever case: the cmdlets and the community differ. */
  Optional<JsonNode> field(String name) {
    return body.properties().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .<JsonNode>map(Map.Entry::getValue)
        .filter(value -> !value.isNull())
        .findFirst();
  }

  /** Whether something is only ordered to see whether it would be taken. */
  public boolean validatesOnly() {
    return query("ValidateOnly").map(Boolean::parseBoolean).orElse(false);
  }

  public Optional<String> text(String name) {
    return field(name).map(node -> node.asString("")).filter(text -> !text.isBlank());
  }
}
