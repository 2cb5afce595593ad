package dev.holdfast.simulator;

import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.world.InjectedFault;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The simulator's own endpoints, for tests and for people who play with it. */
record SimulatorControlRoutes(World world, BapEnvironmentRoutes environments) {

  /** {@code GET /simulator/record}: every order that came in, oldest first. */
  SimulatedResponse record(SimulatedRequest call, String none) {
    var json = SimulatorJson.object();
    json.set("orders", SimulatorJson.MAPPER.valueToTree(world.state().orders()));
    return SimulatedResponse.of(200, json);
  }

  /** {@code GET /simulator/state}: all that the simulator remembers. */
  SimulatedResponse state(SimulatedRequest call, String none) {
    return SimulatedResponse.of(200, SimulatorJson.MAPPER.valueToTree(world.state()));
  }

  /**
   * {@code POST /simulator/faults}: {@code {"environment": id, "faults": [{"kind": …}]}} replaces
   * the faults of an environment and of what runs on it.
   */
  SimulatedResponse faults(SimulatedRequest call, String none) {
    SimulatedEnvironment environment = environments.find(call.text("environment").orElse(""));
    try {
      List<InjectedFault> faults =
          SimulatorJson.MAPPER.convertValue(call.body().path("faults"), new TypeReference<>() {});
      world.order(environment, faults);
    } catch (JacksonException e) {
      throw SimulatedError.invalid(e.getOriginalMessage());
    }
    return SimulatedResponse.empty(204);
  }

  /**
   * {@code POST /simulator/registration}: {@code {"registered": false}} is a tenant that does not
   * know Holdfast's service principal.
   */
  SimulatedResponse registration(SimulatedRequest call, String none) {
    world.register(call.body().path("registered").asBoolean(true));
    return SimulatedResponse.empty(204);
  }

  /** {@code POST /simulator/capacity}: {@code {"full": true}} is a tenant without any left. */
  SimulatedResponse capacity(SimulatedRequest call, String none) {
    world.fill(call.body().path("full").asBoolean(false));
    return SimulatedResponse.empty(204);
  }

  /** {@code POST /simulator/reset}: the world begins anew. */
  SimulatedResponse reset(SimulatedRequest call, String none) {
    world.restart();
    return SimulatedResponse.empty(204);
  }
}
