package dev.holdfast.adminapi.finops;

import java.util.Optional;

/**
 * The finance and operations apps of an environment (facts 6.1).
 *
 * @param deploymentType the service's own word, such as {@code UnifiedSandbox}; empty if it gave
 *     none
 * @param applicationVersion a build, such as {@code 10.0.2645.136}
 * @param platformVersion a build
 * @param scheduledActions how many actions the service has planned; what they are isn't documented
 */
public record FinOpsProperties(
    String deploymentType,
    Optional<String> applicationVersion,
    Optional<String> platformVersion,
    int scheduledActions) {

  private static final String UNKNOWN = "Unknown";

  /** The type of deployment; empty if the service gave none, or says that it doesn't know. */
  public Optional<String> knownType() {
    return Optional.of(deploymentType)
        .filter(word -> !word.isEmpty() && !word.equalsIgnoreCase(UNKNOWN));
  }
}
