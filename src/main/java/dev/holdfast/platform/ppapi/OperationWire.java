package dev.holdfast.platform.ppapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An {@code OperationExecutionResult} on the wire, save its status (facts 2). */
record OperationWire(
    @Nullable String operationId,
    @Nullable String name,
    @Nullable String startTime,
    @Nullable String endTime,
    @Nullable Identity requestedBy,
    @Nullable List<@Nullable JsonNode> stageStatuses) {

  record Identity(@Nullable String userId, @Nullable String displayName, @Nullable String type) {}

  record StageWire(@Nullable String name, @Nullable String startTime, @Nullable String endTime) {}
}
