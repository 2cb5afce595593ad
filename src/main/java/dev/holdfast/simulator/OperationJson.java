package dev.holdfast.simulator;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A lifecycle operation as the admin API words it (facts 1.5). */
record OperationJson(String tenantId, Instant now) {

  static final String ROOT = "/providers/Microsoft.BusinessAppPlatform";

  ObjectNode of(SimulatedOperation operation) {
    Instant last = operation.ended(now) ? operation.endsAt() : now;
    ObjectNode json = Json.object();
    json.put("id", operation.id());
    ObjectNode links = json.putObject("links");
    links.putObject("self").put("path", ROOT + "/lifecycleOperations/" + operation.id());
    links.putObject("environment").put("path", ROOT + "/environments/" + operation.environmentId());
    json.putObject("type").put("id", operation.type());
    json.put("typeDisplayName", operation.type());
    json.putObject("state").put("id", Stages.state(operation, now));
    json.put("createdDateTime", Json.time(operation.acceptedAt()));
    json.put("lastActionDateTime", Json.time(last));
    json.putObject("requestedBy")
        .put("id", "8784d9fb-deb0-4811-96ce-fbf21cf3a1fc")
        .put("displayName", "ServicePrincipal")
        .put("type", "ServicePrincipal")
        .put("tenantId", tenantId);
    ArrayNode stages = json.putArray("stages");
    Stages.reached(operation, now).forEach(stage -> add(stages, stage));
    if (operation.fails() && operation.ended(now)) {
      operation.fault(FaultKind.RESTORE_FAILS).ifPresent(fault -> error(json, fault));
    }
    return json;
  }

  private static void add(ArrayNode stages, Stages.Stage stage) {
    ObjectNode json = stages.addObject();
    json.put("id", stage.name()).put("name", stage.name());
    json.putObject("state").put("id", stage.state());
    json.put("firstActionDateTime", Json.time(stage.from()));
    json.put("lastActionDateTime", Json.time(stage.last()));
  }

  private static void error(ObjectNode json, Fault fault) {
    json.putObject("error")
        .put("code", or(fault.code(), "RestoreFailed"))
        .put("message", or(fault.message(), "The restore failed."));
  }

  private static String or(@Nullable String given, String missing) {
    return Optional.ofNullable(given).orElse(missing);
  }
}
