package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Optional;

/**
 * What the target showed after it was overwritten.
 *
 * @param at when it was read
 * @param state the service's own words for its state; empty when it said nothing
 * @param background the service's own word for its background operations; empty when it didn't say
 * @param financeAndOperations the state of its finance and operations apps; empty when it has none,
 *     and in what was stored before this was kept
 */
public record TargetObservation(
    Instant at,
    String state,
    Optional<String> background,
    Optional<FinanceAndOperations> financeAndOperations) {

  /**
   * Finance and operations apps have a state of their own, apart from that of the environment.
   *
   * @param state the service's own word for it; empty when it wasn't read
   */
  public record FinanceAndOperations(Optional<String> state) {}
}
