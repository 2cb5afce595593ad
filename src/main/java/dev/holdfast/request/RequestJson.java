package dev.holdfast.request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request's document. A newer replica may have added fields to it, and those outlive what an
 * older one writes: of the request itself, and of its terms, which never change.
 */
final class RequestJson {

  private static final JsonMapper JSON = Bodies.mapper();

  private RequestJson() {}

  /**
   * @throws tools.jackson.core.JacksonException when it has words of a newer version in it
   */
  static RequestBody read(String document) {
    return JSON.readValue(document, RequestBody.class);
  }

  static String write(RequestBody body) {
    return JSON.writeValueAsString(body);
  }

  /**
   * @param before the document as it is stored now
   */
  static String write(RequestBody body, String before) {
    ObjectNode now = JSON.valueToTree(body);
    JsonNode stored = JSON.readTree(before);
    keepUnknown(stored, now);
    keepAll(stored.path("terms"), now.path("terms"));
    return now.toString();
  }

  private static void keepUnknown(JsonNode stored, ObjectNode now) {
    stored.properties().stream()
        .filter(field -> !now.has(field.getKey()))
        .forEach(field -> now.set(field.getKey(), field.getValue()));
  }

  private static void keepAll(JsonNode stored, JsonNode now) {
    if (now instanceof ObjectNode object) {
      stored.properties().forEach(field -> keepAll(field.getValue(), now.path(field.getKey())));
      keepUnknown(stored, object);
    }
  }
}
