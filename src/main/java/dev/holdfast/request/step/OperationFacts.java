package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the audit log says of an operation besides its type and its environments.
 *
 * @param restorePoint the instant whose state an environment gets; empty where it's none of the
 *     past
 * @param options all else that was asked for, by its name in stored requests
 */
public record OperationFacts(Optional<Instant> restorePoint, Map<String, String> options) {

  public OperationFacts {
    options = Map.copyOf(options);
  }

  public static OperationFacts of(Map<String, String> options) {
    return new OperationFacts(Optional.empty(), options);
  }
}
