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
 */
public record ValidationResult(
    boolean passed, String word, List<String> objections, Optional<String> correlationId) {

  public ValidationResult {
    objections = List.copyOf(objections);
  }
}
