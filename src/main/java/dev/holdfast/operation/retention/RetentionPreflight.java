package dev.holdfast.operation.retention;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said against a change of the backup retention, and what it takes away.
 *
 * @param readAt when environment and backups had been read
 */
record RetentionPreflight(
    EnvironmentProfile affected,
    List<Finding> checks,
    Optional<TemporaryBlocker> obstacle,
    Instant readAt)
    implements PreflightResult {

  RetentionPreflight {
    checks = List.copyOf(checks);
  }
}
