package dev.holdfast.adminapi.http;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all readers of the wire share. Its own mapper: the application's settings do not reach it.
 */
public final class JsonFields {

  public static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonFields() {}

  /**
   * An object of the wire; empty when it is something else.
   *
   * @throws JacksonException when a field has a shape that cannot be read
   */
  public static <T> Optional<T> read(JsonNode node, Class<T> type) {
    return node.isObject() ? Optional.of(MAPPER.treeToValue(node, type)) : Optional.empty();
  }

  public static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isBlank());
  }

  /** A field of an object; empty when there is none, or it is not a plain value. */
  public static Optional<String> text(JsonNode node, String field) {
    return text(node.path(field).asString(null));
  }

  /**
   * A word that the service writes as {@code "state": {"id": "Ready"}} or as {@code "state":
   * "Ready"}.
   */
  public static Optional<String> word(JsonNode node) {
    return Stream.of(node.path("id"), node)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
