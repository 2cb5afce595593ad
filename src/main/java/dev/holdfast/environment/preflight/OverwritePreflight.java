package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules and the service say of overwriting one environment with another.
 *
 * @param readAt when both environments had been read
 */
public record OverwritePreflight(
    EnvironmentProfile source,
    EnvironmentProfile target,
    List<Finding> checks,
    Optional<TemporaryBlocker> obstacle,
    Instant readAt)
    implements PreflightResult {

  public OverwritePreflight {
    checks = List.copyOf(checks);
  }

  @Override
  public EnvironmentProfile affected() {
    return target;
  }

  @Override
  public List<EnvironmentProfile> read() {
    return List.of(source, target);
  }
}
