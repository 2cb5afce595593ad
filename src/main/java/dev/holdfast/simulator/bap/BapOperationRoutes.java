package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.FaultKind;
import dev.holdfast.simulator.world.InjectedFault;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedOperation;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows and lists lifecycle operations, as far as the faults on order let it. */
public record BapOperationRoutes(World world) {

  private static final int STRIKES = 3;
  private static final Pattern FILTER = Pattern.compile("environment eq '([^']*)'");
  private static final List<FaultKind> ON_LOOKS =
      List.of(
          FaultKind.POLL_404,
          FaultKind.POLL_EMPTY,
          FaultKind.POLL_GARBLED,
          FaultKind.POLL_500,
          FaultKind.POLL_429);

  /** 202 while it runs, 200 at its end (facts 1.4). */
  public SimulatedResponse show(SimulatedRequest call, String id) {
    SimulatedOperation operation = find(id);
    Instant now = world.now();
    return look(
        operation,
        operation.ended(now) ? 200 : 202,
        new BapOperationJson(world.state().tenantId(), now).of(operation));
  }

  public SimulatedOperation find(String id) {
    return world.operation(id).orElseThrow(() -> missing(id));
  }

  /**
   * @param status of the answer if no fault strikes
   * @param truth its body then
   */
  public SimulatedResponse look(SimulatedOperation operation, int status, ObjectNode truth) {
    Optional<FaultKind> struck =
        ON_LOOKS.stream().filter(kind -> struck(operation, kind)).findFirst();
    if (struck.isPresent()) {
      return struck.get() == FaultKind.POLL_EMPTY
          ? SimulatedResponse.empty(202)
          : SimulatedResponse.garbled();
    }
    SimulatedResponse bare =
        operation.ended(world.now())
            ? SimulatedResponse.empty(200)
            : OperationIntake.waiting(operation);
    return new SimulatedResponse(status, bare.headers(), truth, false);
  }

  /** Whether the answer shows nothing; refuses where the fault is a refusal. */
  private boolean struck(SimulatedOperation operation, FaultKind kind) {
    Optional<InjectedFault> struck =
        operation.fault(kind).filter(fault -> strikes(operation, fault));
    if (struck.isEmpty()) {
      return false;
    }
    switch (kind) {
      case POLL_404 -> throw missing(operation.id());
      case POLL_429 -> throw SimulatedError.throttled(struck.get());
      case POLL_500 -> throw SimulatedError.trouble();
      default -> {
        return true;
      }
    }
  }

  private boolean strikes(SimulatedOperation operation, InjectedFault fault) {
    return world
        .environment(operation.environmentId())
        .filter(environment -> world.strike(environment, operation.id(), fault, STRIKES))
        .isPresent();
  }

  public SimulatedResponse list(SimulatedRequest call, @Nullable String none) {
    Matcher filter = FILTER.matcher(call.query("$filter").orElse(""));
    if (!filter.matches()) {
      throw SimulatedError.invalid("The filter must name an environment.");
    }
    BapOperationJson wire = new BapOperationJson(world.state().tenantId(), world.now());
    ObjectNode json = SimulatorJson.object();
    ArrayNode value = json.putArray("value");
    listed(filter.group(1)).stream()
        .filter(operation -> !operation.onlyChecks())
        .forEach(operation -> value.add(wire.of(operation)));
    return SimulatedResponse.of(200, json);
  }

  /** Newest first. */
  public List<SimulatedOperation> listed(String environmentId) {
    return world.operations(environmentId).stream()
        .filter(operation -> operation.listed(world.now()))
        .toList();
  }

  private static SimulatedError missing(String id) {
    return new SimulatedError(
        404, "OperationNotFound", "The operation '%s' could not be found.".formatted(id));
  }
}
