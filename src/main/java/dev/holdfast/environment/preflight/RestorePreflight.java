package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.environment.EnvironmentProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules and the service say of one restore.
 *
 * @param order what would be ordered, with the name that the target has afterwards
 * @param readAt when both environments had been read
 */
public record RestorePreflight(
    EnvironmentProfile source,
    EnvironmentProfile target,
    RestoreOrder order,
    List<Finding> checks,
    Optional<TemporaryBlocker> obstacle,
    Instant readAt)
    implements PreflightResult {

  public RestorePreflight {
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

  static RestorePreflight of(RestoreOrder order, OverwritePreflight found) {
    return new RestorePreflight(
        found.source(), found.target(), order, found.checks(), found.obstacle(), found.readAt());
  }

  RestorePreflight with(List<Finding> more) {
    return new RestorePreflight(source, target, order, more, obstacle, readAt);
  }
}
