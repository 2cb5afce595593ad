package dev.holdfast.request.store;

import dev.holdfast.request.step.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hash over a request as it is stored, without what is saved between two events, such as when the
 * operation was last seen. A field that says what its absence says too (null, false, 0, an empty
 * list) counts as absent: a version that adds such a field changes no hash.
 */
public final class ContentHash {

  private static final String VERSION = "1";

  /** What is saved without an event. */
  private static final Set<String> BETWEEN_EVENTS =
      Set.of("progress", "tries", "silence", "safetyBackup/progress");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ContentHash() {}

  /**
   * @param document a request's document, as it stands in the database
   */
  public static String of(String document) {
    List<String> parts = new ArrayList<>(List.of("content " + VERSION));
    addFields("", JSON.readTree(document), parts);
    return VERSION + ":" + Digest.of(parts).hex();
  }

  /** The version of the request that a document holds. */
  public static long version(String document) {
    return JSON.readTree(document).path("version").asLong(0);
  }

  private static void add(String path, JsonNode node, List<String> parts) {
    if (node.isObject()) {
      addFields(path + "/", node, parts);
    } else if (node.isArray()) {
      parts.add("[" + node.size());
      node.forEach(element -> add(path, element, parts));
    } else {
      parts.add(node.getNodeType().name());
      parts.add(node.isString() ? node.asString() : node.toString());
    }
  }

  private static void addFields(String path, JsonNode node, List<String> parts) {
    Map<String, JsonNode> fields = new TreeMap<>();
    node.properties().stream()
        .filter(field -> !BETWEEN_EVENTS.contains(path + field.getKey()))
        .filter(field -> !isAbsent(field.getValue()))
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    parts.add("{" + fields.size());
    fields.forEach(
        (name, value) -> {
          parts.add(name);
          add(path + name, value, parts);
        });
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isNull()
        || (node.isContainer() && node.isEmpty())
        || (node.isBoolean() && !node.asBoolean())
        || (node.isNumber() && node.asDouble() == 0);
  }
}
