package dev.holdfast.request.store;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.OperationSpecs;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request's document. A newer replica may have added fields to it, and those outlive what an
 * older one writes: of the request itself, and of its terms, which never change.
 */
@Component
public class RequestDocumentMapper {

  private static final JsonMapper JSON = RequestJsonFactory.mapper();

  private final JsonMapper json;

  public RequestDocumentMapper(OperationSpecs specs) {
    this.json = RequestJsonFactory.mapper(specs);
  }

  /**
   * @throws tools.jackson.core.JacksonException when it has words of a newer version in it
   */
  public Request read(RequestId id, String document) {
    return Request.from(
        id, json.readValue(document, RequestDocument.class).toSnapshot(id), document);
  }

  /**
   * With the unknown fields of what it was read from. That is as it is stored, unless somebody else
   * was first; then this is not stored either.
   */
  public static String write(Request request) {
    if (request.document().isEmpty()) {
      return JSON.writeValueAsString(RequestDocument.of(request.snapshot()));
    }
    ObjectNode now = JSON.valueToTree(RequestDocument.of(request.snapshot()));
    JsonNode before = JSON.readTree(request.document().get());
    keepUnknown(before, now);
    keepAll(before.path("terms"), now.path("terms"));
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
