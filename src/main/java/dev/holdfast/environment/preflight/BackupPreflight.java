package dev.holdfast.environment.preflight;

import dev.holdfast.environment.EnvironmentProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say of one manual backup.
 *
 * @param readAt when the environment had been read
 */
public record BackupPreflight(
    EnvironmentProfile source,
    List<Finding> checks,
    Optional<TemporaryBlocker> obstacle,
    Instant readAt)
    implements PreflightResult {

  public BackupPreflight {
    checks = List.copyOf(checks);
  }

  @Override
  public EnvironmentProfile affected() {
    return source;
  }
}
