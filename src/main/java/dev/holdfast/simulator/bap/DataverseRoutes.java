package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.EnvironmentSeed;
import dev.holdfast.simulator.world.RouteHandler;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import tools.jackson.databind.node.ObjectNode;

/** What an environment's Dataverse says of its finance and operations apps (facts 1.6). */
public record DataverseRoutes(BapEnvironmentRoutes environments) implements RouteHandler {

  @Override
  public SimulatedResponse answer(SimulatedRequest call, String id) {
    EnvironmentSeed.FinOpsSeed app = environments.find(id).made().finOps();
    if (app == null || app.deploymentType() == null) {
      return SimulatedResponse.error(
          404,
          "0x80060888",
          "Resource not found for the segment 'msprov_getfinopsapplicationdetails'.");
    }
    ObjectNode json = SimulatorJson.object();
    json.put("applicationversion", app.applicationVersion());
    json.put("platformversion", app.platformVersion());
    json.put("finopsenvironmentstate", "Enabled");
    json.put("applicationdeploymenttype", app.deploymentType());
    return SimulatedResponse.of(200, json);
  }
}
