package dev.holdfast.simulator;

import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A lifecycle operation as the admin API words it (facts 1.5). */
record OperationJson(String tenantId, Instant now) {

  ObjectNode of(SimulatedOperation operation) {
    Instant last = operation.ended(now) ? operation.endsAt() : now;
    ObjectNode json = Json.object();
    json.put("id", operation.id());
    ObjectNode links = json.putObject("links");
    links.putObject("self").put("path", Face.BAP.operation(operation.id()));
    links
        .putObject("environment")
        .put("path", Face.BAP.root() + "/environments/" + operation.environmentId());
    json.putObject("type").put("id", operation.type());
    json.put("typeDisplayName", operation.type());
    json.putObject("state").put("id", Stages.state(operation, now));
    json.put("createdDateTime", Json.time(operation.acceptedAt()));
    json.put("lastActionDateTime", Json.time(last));
    json.putObject("requestedBy")
        .put("id", World.PRINCIPAL)
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
    json.putObject("error").put("code", fault.codeOrUsual()).put("message", fault.wordsOrUsual());
  }
}
