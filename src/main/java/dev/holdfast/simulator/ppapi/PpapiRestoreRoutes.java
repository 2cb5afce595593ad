package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.bap.BapRestoreRoutes;
import dev.holdfast.simulator.world.FaultKind;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.RouteHandler;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code restore}, which can also only be checked (facts 2). */
record PpapiRestoreRoutes(World world, BapEnvironmentRoutes environments, BapRestoreRoutes restores)
    implements RouteHandler {

  @Override
  public SimulatedResponse answer(SimulatedRequest call, String id) {
    SimulatedEnvironment target = environments.find(id);
    BapRestoreRoutes.Plan plan = plan(call);
    if (!call.validatesOnly() || OperationIntake.has(target, FaultKind.VALIDATION_RUNS)) {
      return restores.take(call, target, plan);
    }
    restores.check(target, plan);
    if (world.occupied(target.id())) {
      throw SimulatedError.busy(target.id());
    }
    if (OperationIntake.has(target, FaultKind.VALIDATION_LATER)
        || OperationIntake.has(target, FaultKind.VALIDATION_FAILS_LATER)) {
      return new OperationIntake(world).checkLater(call, target, "Restore");
    }
    return SimulatedResponse.of(200, SimulatorJson.object().put("status", "ValidationPassed"));
  }

  private static BapRestoreRoutes.Plan plan(SimulatedRequest call) {
    return new BapRestoreRoutes.Plan(
        demanded(call, "sourceEnvironmentId"),
        instant(demanded(call, "restorePointDateTime")),
        option(call, "environmentNameToOverride").orElse(null),
        option(call, "securityGroupIdToOverride").orElse(null));
  }

  private static Optional<String> option(SimulatedRequest call, String name) {
    JsonNode options = call.body().path("restoreOptions");
    return Optional.ofNullable(options.path(name).asString(null));
  }

  private static String demanded(SimulatedRequest call, String field) {
    return call.text(field)
        .orElseThrow(
            () -> SimulatedError.invalid(field, "The field %s is required.".formatted(field)));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw SimulatedError.invalid(
          "restorePointDateTime", "'%s' is not a date and time with an offset.".formatted(text));
    }
  }
}
