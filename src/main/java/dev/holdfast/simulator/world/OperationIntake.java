package dev.holdfast.simulator.world;

import java.time.Duration;
import java.util.Optional;

/** Takes orders that start an operation, and strikes with the faults that are meant for orders. */
public record OperationIntake(World world) {

  private static final Duration CHECK_TAKES = Duration.ofMinutes(2);

  /** Refuses when the environment is busy (rule R29); otherwise the operation runs from now on. */
  public SimulatedResponse take(
      SimulatedRequest call,
      SimulatedEnvironment environment,
      String type,
      Duration real,
      OperationEffect effect) {
    strike(environment);
    if (world.occupied(environment.id())) {
      throw SimulatedError.busy(environment.id());
    }
    SimulatedOperation operation = world.start(type, environment, real, effect);
    return sent(
        environment, waiting(operation).with("Operation-Location", address(call, operation)));
  }

  /**
   * Checks an order later, as an operation that changes nothing.
   *
   * @param type of what was ordered
   */
  public SimulatedResponse checkLater(
      SimulatedRequest call, SimulatedEnvironment environment, String type) {
    SimulatedOperation operation =
        world.start(
            type + SimulatedOperation.CHECK, environment, CHECK_TAKES, OperationEffect.NONE);
    return waiting(operation).with("Operation-Location", address(call, operation));
  }

  /** Whether an environment has a fault. */
  public static boolean has(SimulatedEnvironment environment, FaultKind kind) {
    return environment.faults().stream().anyMatch(fault -> fault.kind() == kind);
  }

  /** The answer to an order that is taken, if the connection holds. */
  public SimulatedResponse sent(SimulatedEnvironment environment, SimulatedResponse taken) {
    return fault(environment, FaultKind.DROPPED_ANSWER).isPresent() ? taken.drop() : taken;
  }

  /** Refuses when a fault lets no order through. */
  public void strike(SimulatedEnvironment environment) {
    if (fault(environment, FaultKind.ORDER_500).isPresent()) {
      throw SimulatedError.trouble();
    }
    fault(environment, FaultKind.ORDER_400)
        .ifPresent(
            fault -> {
              throw SimulatedError.refused(fault);
            });
    fault(environment, FaultKind.ORDER_429)
        .ifPresent(
            fault -> {
              throw SimulatedError.throttled(fault);
            });
  }

  /** With a {@code Retry-After} of a twentieth of the operation's time, in whole seconds. */
  public static SimulatedResponse waiting(SimulatedOperation operation) {
    long seconds = operation.takes().toSeconds() / 20;
    SimulatedResponse answer = SimulatedResponse.empty(202);
    return seconds == 0 ? answer : answer.with("Retry-After", Long.toString(seconds));
  }

  private static String address(SimulatedRequest call, SimulatedOperation operation) {
    return "%s%s?api-version=%s"
        .formatted(
            call.base(),
            ApiDialect.of(call.path()).operation(operation.id()),
            call.query("api-version").orElse(""));
  }

  private Optional<InjectedFault> fault(SimulatedEnvironment environment, FaultKind kind) {
    return environment.faults().stream()
        .filter(fault -> fault.kind() == kind)
        .filter(fault -> world.strike(environment, "orders", fault, Integer.MAX_VALUE))
        .findFirst();
  }
}
