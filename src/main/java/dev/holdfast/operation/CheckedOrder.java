package dev.holdfast.operation;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.message.Message;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What came of the checks of a form or an order.
 *
 * @param spec what would be requested; empty where something is wrong with a field
 * @param start when it's to start; empty for as soon as possible
 * @param readAt when the environments had been read
 * @param errors what is wrong, by field
 */
public record CheckedOrder(
    Optional<OperationSpec> spec,
    Optional<PlannedStart> start,
    List<Finding> checks,
    Instant readAt,
    Map<String, Message> errors) {

  public CheckedOrder {
    checks = List.copyOf(checks);
    errors = Map.copyOf(errors);
  }

  /** Nothing was read. */
  public static CheckedOrder wrong(Map<String, Message> errors) {
    return new CheckedOrder(Optional.empty(), Optional.empty(), List.of(), Instant.EPOCH, errors);
  }

  /** The same with one more finding, if there is one. */
  public CheckedOrder and(Optional<Finding> more) {
    return and(more.stream().toList());
  }

  /** The same with more findings. */
  public CheckedOrder and(List<Finding> more) {
    return new CheckedOrder(
        spec, start, Stream.concat(checks.stream(), more.stream()).toList(), readAt, errors);
  }

  /** The same with the names of fields as somebody else knows them. */
  public CheckedOrder with(Map<String, Message> renamed) {
    return new CheckedOrder(spec, start, checks, readAt, renamed);
  }

  /** The same, but not to be started at once. */
  public CheckedOrder startingAt(Optional<PlannedStart> planned) {
    return new CheckedOrder(spec, planned, checks, readAt, errors);
  }

  /** The same as a series, or whatever else is made of what is asked for. */
  public CheckedOrder as(UnaryOperator<OperationSpec> more) {
    return new CheckedOrder(spec.map(more), start, checks, readAt, errors);
  }

  /** To be started as soon as possible. */
  public static CheckedOrder of(OperationSpec spec, List<Finding> checks, Instant readAt) {
    return new CheckedOrder(Optional.of(spec), Optional.empty(), checks, readAt, Map.of());
  }
}
