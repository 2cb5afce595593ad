package dev.holdfast.request.step;

/** An environment that a request touches, and how. */
public record EnvironmentUse(EnvironmentRef environment, EnvironmentRole role) {

  /** Whether it's the same environment, and not both only read it. */
  boolean meets(EnvironmentUse other) {
    boolean bothRead =
        role == EnvironmentRole.DATA_LEAVES && other.role == EnvironmentRole.DATA_LEAVES;
    return environment.id().equals(other.environment.id()) && !bothRead;
  }
}
