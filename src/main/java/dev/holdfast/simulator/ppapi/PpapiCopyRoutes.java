package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.bap.BapCopyRoutes;
import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.world.FaultKind;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.RouteHandler;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code copy}, which can also only be checked (facts 2.4). */
record PpapiCopyRoutes(World world, BapEnvironmentRoutes environments, BapCopyRoutes copies)
    implements RouteHandler {

  @Override
  public SimulatedResponse answer(SimulatedRequest call, String id) {
    SimulatedEnvironment target = environments.find(id);
    BapCopyRoutes.Plan plan =
        new BapCopyRoutes.Plan(
            demanded(call, "sourceEnvironmentId"),
            isMinimal(demanded(call, "copyType")),
            option(call, "environmentNameToOverride").orElse(null),
            option(call, "securityGroupIdToOverride").orElse(null));
    if (!call.validatesOnly() || OperationIntake.has(target, FaultKind.VALIDATION_RUNS)) {
      return copies.take(call, target, plan);
    }
    copies.check(target, plan);
    if (world.occupied(target.id())) {
      throw SimulatedError.busy(target.id());
    }
    if (OperationIntake.has(target, FaultKind.VALIDATION_LATER)
        || OperationIntake.has(target, FaultKind.VALIDATION_FAILS_LATER)) {
      return new OperationIntake(world).checkLater(call, target, "Copy");
    }
    return SimulatedResponse.of(200, SimulatorJson.object().put("status", "ValidationPassed"));
  }

  private static boolean isMinimal(String type) {
    return switch (type) {
      case "Full" -> false;
      case "Minimal" -> true;
      default ->
          throw SimulatedError.invalid("copyType", "copyType '%s' is not known.".formatted(type));
    };
  }

  private static Optional<String> option(SimulatedRequest call, String name) {
    JsonNode options = call.body().path("copyOptions");
    return Optional.ofNullable(options.path(name).asString(null));
  }

  private static String demanded(SimulatedRequest call, String field) {
    return call.text(field)
        .orElseThrow(
            () -> SimulatedError.invalid(field, "The field %s is required.".formatted(field)));
  }
}
