package dev.holdfast.platform.bap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A lifecycle operation on the wire (facts 1.5). The state comes as {@code state.id}; as {@code
 * state} or {@code status} it has been seen elsewhere in the platform.
 */
record OperationWire(
    @Nullable String id,
    @Nullable JsonNode type,
    @Nullable String typeDisplayName,
    @Nullable JsonNode state,
    @Nullable JsonNode status,
    @Nullable String createdDateTime,
    @Nullable String lastActionDateTime,
    @Nullable Person requestedBy,
    @Nullable List<@Nullable StageWire> stages,
    @Nullable JsonNode error) {

  record Person(@Nullable String id, @Nullable String displayName, @Nullable String type) {}

  record StageWire(
      @Nullable String id,
      @Nullable String name,
      @Nullable JsonNode state,
      @Nullable String firstActionDateTime,
      @Nullable String lastActionDateTime) {}

  /** What decides, of one whose other parts are shaped unlike any other's. */
  static OperationWire bare(JsonNode node) {
    return new OperationWire(
        node.path("id").asString(null),
        node.path("type"),
        node.path("typeDisplayName").asString(null),
        node.path("state"),
        node.path("status"),
        node.path("createdDateTime").asString(null),
        node.path("lastActionDateTime").asString(null),
        null,
        null,
        node.path("error"));
  }
}
