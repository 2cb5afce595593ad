package dev.holdfast.simulator;

import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;

/**
 * Whether the caller's service principal is registered as a management application (facts 1.1,
 * 1.8). One that is not gets nothing at all, not even an answer to this question.
 */
final class RegistrationRule {

  private RegistrationRule() {}

  static void demand(World world, SimulatedRequest call) {
    if (world.state().unregistered()) {
      throw new SimulatedError(
          403,
          "Forbidden",
          ("The service principal with id '%s' for application 'Holdfast' does not have permission"
                  + " to access the path '%s'.")
              .formatted(World.PRINCIPAL, call.path()));
    }
  }

  static SimulatedResponse show(SimulatedRequest call, String clientId) {
    return SimulatedResponse.of(200, SimulatorJson.object().put("applicationId", clientId));
  }
}
