package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.FinOpsApps;
import dev.holdfast.simulator.world.OperationEffect;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.RouteHandler;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatedRestoreRules;
import dev.holdfast.simulator.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** {@code restoreTo}: overwrites the environment that the path names (facts 1.3). */
public record BapRestoreRoutes(
    World world, BapEnvironmentRoutes environments, OperationIntake orders)
    implements RouteHandler {

  /** The service takes 10 to 15 minutes until it restores a backup (rule R5). */
  private static final Duration SETTLING = Duration.ofMinutes(10);

  /**
   * What a restore is to do, whichever API it is ordered through.
   *
   * @param name the target's new display name; null to keep the one that it has
   */
  public record Plan(
      String sourceId, Instant point, @Nullable String name, @Nullable String securityGroup) {}

  @Override
  public SimulatedResponse answer(SimulatedRequest call, String id) {
    SimulatedEnvironment target = environments.find(id);
    Plan plan =
        new Plan(
            demanded(call, "SourceEnvironmentId"),
            instant(demanded(call, "RestorePointDateTime")),
            call.text("TargetEnvironmentName").orElse(null),
            call.text("TargetSecurityGroupId").orElse(null));
    return take(call, target, plan);
  }

  /** It ends in administration mode, with background operations off (rule R20). */
  public SimulatedResponse take(SimulatedRequest call, SimulatedEnvironment target, Plan plan) {
    check(target, plan);
    OperationEffect effect =
        OperationEffect.overwritten(
            plan.name(), plan.securityGroup(), apps(plan).applicationVersion());
    return orders.take(call, target, "Restore", target.made().restoreTime(), effect);
  }

  private FinOpsApps apps(Plan plan) {
    return FinOpsApps.of(world, environments.find(plan.sourceId()));
  }

  /** Refuses what cannot be restored, save that the target may be busy. */
  public void check(SimulatedEnvironment target, Plan plan) {
    SimulatedEnvironment source = environments.find(plan.sourceId());
    new SimulatedRestoreRules(source, target)
        .check(plan.point(), world.now(), world.lasts(SETTLING));
    if (target.made().noCapacity()) {
      throw new SimulatedError(
          409,
          "InsufficientCapacity_StorageDriven",
          "There is not enough database capacity: a restore needs at least 1 GB.");
    }
    if (!source.id().equals(target.id()) && world.occupied(source.id())) {
      throw SimulatedError.busy(source.id());
    }
  }

  private static String demanded(SimulatedRequest call, String field) {
    return call.text(field)
        .orElseThrow(() -> SimulatedError.invalid("The field %s is required.".formatted(field)));
  }

  /** UTC unless it says otherwise (rule R30). */
  private static Instant instant(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 0;
      return zoned
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw SimulatedError.invalid("RestorePointDateTime '%s' is not a date.".formatted(text));
    }
  }
}
