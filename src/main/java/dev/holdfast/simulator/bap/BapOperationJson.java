package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.ApiDialect;
import dev.holdfast.simulator.world.FaultKind;
import dev.holdfast.simulator.world.InjectedFault;
import dev.holdfast.simulator.world.OperationStages;
import dev.holdfast.simulator.world.SimulatedOperation;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A lifecycle operation as the admin API words it (facts 1.5). */
record BapOperationJson(String tenantId, Instant now) {

  ObjectNode of(SimulatedOperation operation) {
    Instant last = operation.ended(now) ? operation.endsAt() : now;
    ObjectNode json = SimulatorJson.object();
    json.put("id", operation.id());
    ObjectNode links = json.putObject("links");
    links.putObject("self").put("path", ApiDialect.BAP.operation(operation.id()));
    links
        .putObject("environment")
        .put("path", ApiDialect.BAP.root() + "/environments/" + operation.environmentId());
    json.putObject("type").put("id", operation.type());
    json.put("typeDisplayName", operation.type());
    json.putObject("state").put("id", OperationStages.state(operation, now));
    json.put("createdDateTime", SimulatorJson.time(operation.acceptedAt()));
    json.put("lastActionDateTime", SimulatorJson.time(last));
    json.putObject("requestedBy")
        .put("id", World.PRINCIPAL)
        .put("displayName", "ServicePrincipal")
        .put("type", "ServicePrincipal")
        .put("tenantId", tenantId);
    ArrayNode stages = json.putArray("stages");
    OperationStages.reached(operation, now).forEach(stage -> add(stages, stage));
    if (operation.fails() && operation.ended(now)) {
      operation.fault(FaultKind.RESTORE_FAILS).ifPresent(fault -> error(json, fault));
    }
    return json;
  }

  private static void add(ArrayNode stages, OperationStages.Stage stage) {
    ObjectNode json = stages.addObject();
    json.put("id", stage.name()).put("name", stage.name());
    json.putObject("state").put("id", stage.state());
    json.put("firstActionDateTime", SimulatorJson.time(stage.from()));
    json.put("lastActionDateTime", SimulatorJson.time(stage.last()));
  }

  private static void error(ObjectNode json, InjectedFault fault) {
    json.putObject("error").put("code", fault.codeOrUsual()).put("message", fault.wordsOrUsual());
  }
}
