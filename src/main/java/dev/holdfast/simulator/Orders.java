package dev.holdfast.simulator;

import java.time.Duration;
import java.util.Optional;

/** Takes orders that start an operation, and strikes with the faults that are meant for orders. */
record Orders(World world) {

  /** Refuses when the environment is busy (rule R29); otherwise the operation runs from now on. */
  Answer take(
      Call call, SimulatedEnvironment environment, String type, Duration real, Effect effect) {
    Optional<Answer> struck = struck(environment);
    if (struck.isPresent()) {
      return struck.get();
    }
    if (world.occupied(environment.id())) {
      throw Refusal.busy(environment.id());
    }
    SimulatedOperation operation = world.start(type, environment, real, effect);
    Answer taken = waiting(operation).with("Operation-Location", address(call, operation));
    return dropped(environment) ? taken.drop() : taken;
  }

  /** Whether the connection breaks now that the order is taken. */
  boolean dropped(SimulatedEnvironment environment) {
    return fault(environment, FaultKind.DROPPED_ANSWER).isPresent();
  }

  /** The answer of a fault that lets no order through. */
  Optional<Answer> struck(SimulatedEnvironment environment) {
    return fault(environment, FaultKind.ORDER_500)
        .map(fault -> Answer.error(500, "InternalServerError", "An error has occurred."))
        .or(() -> fault(environment, FaultKind.ORDER_429).map(Operations::throttled));
  }

  /** With a {@code Retry-After} of a twentieth of the operation's time, in whole seconds. */
  static Answer waiting(SimulatedOperation operation) {
    long seconds = operation.takes().toSeconds() / 20;
    Answer answer = Answer.empty(202);
    return seconds == 0 ? answer : answer.with("Retry-After", Long.toString(seconds));
  }

  private static String address(Call call, SimulatedOperation operation) {
    return "%s%s/lifecycleOperations/%s?api-version=%s"
        .formatted(
            call.base(), OperationJson.ROOT, operation.id(), call.query("api-version").orElse(""));
  }

  private Optional<Fault> fault(SimulatedEnvironment environment, FaultKind kind) {
    return environment.faults().stream()
        .filter(fault -> fault.kind() == kind)
        .filter(fault -> world.strike(environment, "orders", fault, Integer.MAX_VALUE))
        .findFirst();
  }
}
