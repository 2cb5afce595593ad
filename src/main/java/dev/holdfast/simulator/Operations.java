package dev.holdfast.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows and lists lifecycle operations, as far as the faults on order let it. */
record Operations(World world) {

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
  Answer show(Call call, String id) {
    SimulatedOperation operation = find(id);
    Instant now = world.now();
    return look(
        operation,
        operation.ended(now) ? 200 : 202,
        new OperationJson(world.state().tenantId(), now).of(operation));
  }

  SimulatedOperation find(String id) {
    return world.operation(id).orElseThrow(() -> missing(id));
  }

  /**
   * @param status of the answer if no fault strikes
   * @param truth its body then
   */
  Answer look(SimulatedOperation operation, int status, ObjectNode truth) {
    Optional<FaultKind> struck =
        ON_LOOKS.stream().filter(kind -> struck(operation, kind)).findFirst();
    if (struck.isPresent()) {
      return struck.get() == FaultKind.POLL_EMPTY ? Answer.empty(202) : Answer.garbled();
    }
    Answer bare = operation.ended(world.now()) ? Answer.empty(200) : Orders.waiting(operation);
    return new Answer(status, bare.headers(), truth, false);
  }

  /** Whether the answer shows nothing; refuses where the fault is a refusal. */
  private boolean struck(SimulatedOperation operation, FaultKind kind) {
    Optional<Fault> struck = operation.fault(kind).filter(fault -> strikes(operation, fault));
    if (struck.isEmpty()) {
      return false;
    }
    switch (kind) {
      case POLL_404 -> throw missing(operation.id());
      case POLL_429 -> throw Refusal.throttled(struck.get());
      case POLL_500 -> throw Refusal.trouble();
      default -> {
        return true;
      }
    }
  }

  private boolean strikes(SimulatedOperation operation, Fault fault) {
    return world
        .environment(operation.environmentId())
        .filter(environment -> world.strike(environment, operation.id(), fault, STRIKES))
        .isPresent();
  }

  Answer list(Call call, @Nullable String none) {
    Matcher filter = FILTER.matcher(call.query("$filter").orElse(""));
    if (!filter.matches()) {
      throw Refusal.invalid("The filter must name an environment.");
    }
    OperationJson wire = new OperationJson(world.state().tenantId(), world.now());
    ObjectNode json = Json.object();
    ArrayNode value = json.putArray("value");
    listed(filter.group(1)).forEach(operation -> value.add(wire.of(operation)));
    return Answer.of(200, json);
  }

  /** Newest first. */
  List<SimulatedOperation> listed(String environmentId) {
    return world.operations(environmentId).stream()
        .filter(operation -> operation.listed(world.now()))
        .toList();
  }

  private static Refusal missing(String id) {
    return new Refusal(
        404, "OperationNotFound", "The operation '%s' could not be found.".formatted(id));
  }
}
