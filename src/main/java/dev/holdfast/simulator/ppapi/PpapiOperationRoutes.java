package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.bap.BapOperationRoutes;
import dev.holdfast.simulator.world.ApiDialect;
import dev.holdfast.simulator.world.FaultKind;
import dev.holdfast.simulator.world.InjectedFault;
import dev.holdfast.simulator.world.OperationStages;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedOperation;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Operations as the Power Platform API words them (facts 2). */
record PpapiOperationRoutes(
    World world, BapEnvironmentRoutes environments, BapOperationRoutes operations) {

  SimulatedResponse list(SimulatedRequest call, String id) {
    return PpapiPage.of(
        call,
        operations.listed(environments.find(id).id()).stream()
            .map(operation -> wire(call, operation))
            .toList());
  }

  /** Always 200: the status is in the body. */
  SimulatedResponse show(SimulatedRequest call, String id) {
    SimulatedOperation operation = operations.find(id);
    return operations.look(operation, 200, wire(call, operation));
  }

  private ObjectNode wire(SimulatedRequest call, SimulatedOperation operation) {
    Instant now = world.now();
    ObjectNode json = SimulatorJson.object();
    json.put("operationId", operation.id());
    json.put("name", operation.type());
    json.put("status", word(OperationStages.state(operation, now)));
    json.put("startTime", SimulatorJson.time(operation.acceptedAt()));
    time(json, "endTime", operation.ended(now), operation.endsAt());
    json.putObject("requestedBy")
        .put("userId", World.PRINCIPAL)
        .put("displayName", "ServicePrincipal")
        .put("tenantId", world.state().tenantId())
        .put("type", "ServicePrincipal");
    SimulatedEnvironment environment = environments.find(operation.environmentId());
    json.set("updatedEnvironment", PpapiEnvironmentRoutes.brief(call, environment));
    json.putNull("errorDetail");
    if (operation.fails() && operation.ended(now)) {
      operation.fault(FaultKind.RESTORE_FAILS).ifPresent(fault -> error(json, fault));
    }
    if (operation.onlyChecks() && operation.ended(now)) {
      operation.fault(FaultKind.VALIDATION_FAILS_LATER).ifPresent(fault -> objection(json, fault));
    }
    ArrayNode stages = json.putArray("stageStatuses");
    OperationStages.reached(operation, now).forEach(stage -> add(stages, stage));
    return json;
  }

  private static void add(ArrayNode stages, OperationStages.Stage stage) {
    ObjectNode json = stages.addObject();
    json.put("name", stage.name());
    json.put("status", word(stage.state()));
    json.put("startTime", SimulatorJson.time(stage.from()));
    time(json, "endTime", !stage.state().equals("Running"), stage.last());
    json.putNull("errorDetail");
  }

  private static void time(ObjectNode json, String field, boolean known, Instant time) {
    if (known) {
      json.put(field, SimulatorJson.time(time));
    } else {
      json.putNull(field);
    }
  }

  private static void error(ObjectNode json, InjectedFault fault) {
    ObjectNode detail = json.putObject("errorDetail");
    detail.put("code", fault.codeOrUsual());
    ApiDialect.fieldError(detail, "targetEnvironmentId", fault.wordsOrUsual());
  }

  private static void objection(ObjectNode json, InjectedFault fault) {
    ObjectNode detail = json.putObject("errorDetail");
    detail.put("code", fault.codeOr("ValidationFailed"));
    ObjectNode field = detail.putObject("fieldErrors").putObject("environmentNameToOverride");
    field.putArray("errorMessages").add(fault.wordsOr("The name is longer than 20 characters."));
    field.put("suggestedValue", "Northwind");
  }

  /** What nobody has heard of is the same in either API. */
  private static String word(String state) {
    return switch (state) {
      case "NotStarted" -> "Queued";
      case "Running" -> "InProgress";
      default -> state;
    };
  }
}
