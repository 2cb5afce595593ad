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
      List.of(FaultKind.POLL_404, FaultKind.POLL_EMPTY, FaultKind.POLL_500, FaultKind.POLL_429);

  Answer show(Call call, String id) {
    SimulatedOperation operation = world.operation(id).orElseThrow(() -> missing(id));
    return ON_LOOKS.stream()
        .map(kind -> struck(operation, kind))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> truth(operation));
  }

  /** 202 while it runs, 200 at its end (facts 1.4). */
  private Answer truth(SimulatedOperation operation) {
    Instant now = world.now();
    Answer bare = operation.ended(now) ? Answer.empty(200) : Orders.waiting(operation);
    ObjectNode body = new OperationJson(world.state().tenantId(), now).of(operation);
    return new Answer(bare.status(), bare.headers(), body, false);
  }

  private Optional<Answer> struck(SimulatedOperation operation, FaultKind kind) {
    return operation
        .fault(kind)
        .filter(fault -> strikes(operation, fault))
        .map(fault -> answer(operation, fault));
  }

  private boolean strikes(SimulatedOperation operation, Fault fault) {
    return world
        .environment(operation.environmentId())
        .filter(environment -> world.strike(environment, operation.id(), fault, STRIKES))
        .isPresent();
  }

  private static Answer answer(SimulatedOperation operation, Fault fault) {
    return switch (fault.kind()) {
      case POLL_404 -> error(missing(operation.id()));
      case POLL_EMPTY -> Answer.empty(202);
      case POLL_429 -> throttled(fault);
      default -> Answer.error(500, "InternalServerError", "An error has occurred.");
    };
  }

  static Answer throttled(Fault fault) {
    return Answer.error(429, "TooManyRequests", "Too many requests.")
        .with("Retry-After", Integer.toString(fault.retryAfterSeconds()));
  }

  Answer list(Call call, @Nullable String none) {
    Matcher filter = FILTER.matcher(call.query("$filter").orElse(""));
    if (!filter.matches()) {
      throw Refusal.invalid("The filter must name an environment.");
    }
    OperationJson wire = new OperationJson(world.state().tenantId(), world.now());
    ObjectNode json = Json.object();
    ArrayNode value = json.putArray("value");
    world.operations(filter.group(1)).stream()
        .filter(operation -> operation.listed(world.now()))
        .forEach(operation -> value.add(wire.of(operation)));
    return Answer.of(200, json);
  }

  private static Refusal missing(String id) {
    return new Refusal(
        404, "OperationNotFound", "The operation '%s' could not be found.".formatted(id));
  }

  private static Answer error(Refusal refusal) {
    return Answer.error(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
  }
}
