package dev.holdfast.environment.preflight.validation;

import dev.holdfast.adminapi.AdminOperation;
import java.util.List;

/** How far the service's own check of an order has come. */
public sealed interface ValidationEnd {

  /** It would take the order. */
  record Passed() implements ValidationEnd {}

  /**
   * It wouldn't.
   *
   * @param word the service's own word
   * @param objections in its own words; may be empty
   */
  record Failed(String word, List<String> objections) implements ValidationEnd {}

  /** It's still checking, or doesn't say. */
  record Pending() implements ValidationEnd {}

  /** It carries out what it was asked to check. */
  record Started(AdminOperation operation) implements ValidationEnd {}
}
