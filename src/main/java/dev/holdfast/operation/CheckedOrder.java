package dev.holdfast.operation;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of the checks of a form or an order.
 *
 * @param spec what would be requested; empty where something is wrong with a field
 * @param readAt when the environments had been read
 * @param errors what is wrong, by field
 */
public record CheckedOrder(
    Optional<OperationSpec> spec,
    List<Finding> checks,
    Instant readAt,
    Map<String, Message> errors) {

  public CheckedOrder {
    checks = List.copyOf(checks);
    errors = Map.copyOf(errors);
  }

  /** Nothing was read. */
  public static CheckedOrder wrong(Map<String, Message> errors) {
    return new CheckedOrder(Optional.empty(), List.of(), Instant.EPOCH, errors);
  }

  /** The same with one more finding, if there is one. */
  public CheckedOrder and(Optional<Finding> more) {
    return new CheckedOrder(
        spec, Stream.concat(checks.stream(), more.stream()).toList(), readAt, errors);
  }

  public static CheckedOrder of(OperationSpec spec, List<Finding> checks, Instant readAt) {
    return new CheckedOrder(Optional.of(spec), checks, readAt, Map.of());
  }
}
