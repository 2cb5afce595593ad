package dev.holdfast.adminapi;

import java.util.List;
import java.util.Optional;

/**
 * What the service said to an order that it was asked to check and not to start.
 *
 * @param passed whether it would take the order
 * @param word the service's own word for it, such as {@code ValidationPassed}
 * @param objections what it objects to, in its own words; may be empty even when it did not pass
 * @param correlationId the service's id for support
 * @param checking the operation as which it goes on checking, of which the end isn't known yet;
 *     then it hasn't passed
 */
public record ValidationResult(
    boolean passed,
    String word,
    List<String> objections,
    Optional<String> correlationId,
    Optional<OperationLocator> checking) {

  public ValidationResult {
    objections = List.copyOf(objections);
  }

  /** One that says it all. */
  public ValidationResult(
      boolean passed, String word, List<String> objections, Optional<String> correlationId) {
    this(passed, word, objections, correlationId, Optional.empty());
  }
}
