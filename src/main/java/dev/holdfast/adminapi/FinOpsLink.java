package dev.holdfast.adminapi;

import java.util.Optional;

/**
 * How finance and operations apps are linked to an environment ({@code
 * properties.linkedAppMetadata}).
 */
public sealed interface FinOpsLink {

  /** Dataverse only. */
  record None() implements FinOpsLink {}

  /**
   * A unified environment: finance and operations apps on Dataverse. The service says {@code
   * Internal}.
   */
  record Unified(Optional<String> url) implements FinOpsLink {}

  /**
   * The finance and operations app lives in Lifecycle Services. The service says {@code Linked}.
   */
  record LcsLinked(Optional<String> url) implements FinOpsLink {}

  /** A word that Holdfast does not know, as it came. */
  record Unknown(String word) implements FinOpsLink {}
}
