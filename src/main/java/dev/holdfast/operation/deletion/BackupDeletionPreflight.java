package dev.holdfast.operation.deletion;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.TemporaryBlocker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said against deleting a backup, and what it takes away.
 *
 * @param backup as it's listed; empty where it isn't
 * @param readAt when environment and backups had been read
 */
record BackupDeletionPreflight(
    EnvironmentProfile affected,
    Optional<Backup> backup,
    List<Finding> checks,
    Optional<TemporaryBlocker> obstacle,
    Instant readAt)
    implements PreflightResult {

  BackupDeletionPreflight {
    checks = List.copyOf(checks);
  }
}
