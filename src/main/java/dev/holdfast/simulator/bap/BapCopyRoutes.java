package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.FinOpsApps;
import dev.holdfast.simulator.world.OperationEffect;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.RouteHandler;
import dev.holdfast.simulator.world.SimulatedCopyRules;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.World;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code copyTo}: overwrites the environment that the path names (facts 1.9). */
public record BapCopyRoutes(World world, BapEnvironmentRoutes environments, OperationIntake orders)
    implements RouteHandler {

  /** So many times faster than a full one is a minimal copy. */
  private static final int MINIMAL_IS_FASTER = 4;

  /**
   * What a copy is to do, whichever API it is ordered through.
   *
   * @param name the target's new display name; null to keep the one that it has
   */
  public record Plan(
      String sourceId, boolean minimal, @Nullable String name, @Nullable String securityGroup) {}

  @Override
  public SimulatedResponse answer(SimulatedRequest call, String id) {
    SimulatedEnvironment target = environments.find(id);
    Plan plan =
        new Plan(
            demanded(call, "SourceEnvironmentId"),
            isMinimal(demanded(call, "CopyType")),
            call.text("TargetEnvironmentName").orElse(null),
            call.text("TargetSecurityGroupId").orElse(null));
    return take(call, target, plan);
  }

  /** It ends in administration mode, with background operations off (rule R33). */
  public SimulatedResponse take(SimulatedRequest call, SimulatedEnvironment target, Plan plan) {
    check(target, plan);
    OperationEffect effect =
        OperationEffect.overwritten(
            plan.name(), plan.securityGroup(), apps(plan).applicationVersion());
    Duration full = target.made().restoreTime();
    return orders.take(
        call, target, "Copy", plan.minimal() ? full.dividedBy(MINIMAL_IS_FASTER) : full, effect);
  }

  private FinOpsApps apps(Plan plan) {
    return FinOpsApps.of(world, environments.find(plan.sourceId()));
  }

  /** Refuses what cannot be copied, save that the target may be busy. */
  public void check(SimulatedEnvironment target, Plan plan) {
    SimulatedEnvironment source = environments.find(plan.sourceId());
    new SimulatedCopyRules(source, target).check();
    if (target.made().noCapacity()) {
      throw new SimulatedError(
          409,
          "InsufficientCapacity_StorageDriven",
          "There is not enough database capacity: a copy needs at least 1 GB.");
    }
    if (world.occupied(source.id())) {
      throw SimulatedError.busy(source.id());
    }
  }

  private static boolean isMinimal(String type) {
    return switch (type) {
      case "FullCopy" -> false;
      case "MinimalCopy" -> true;
      default -> throw SimulatedError.invalid("CopyType '%s' is not known.".formatted(type));
    };
  }

  private static String demanded(SimulatedRequest call, String field) {
    return call.text(field)
        .orElseThrow(() -> SimulatedError.invalid("The field %s is required.".formatted(field)));
  }
}
