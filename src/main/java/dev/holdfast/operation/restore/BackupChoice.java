package dev.holdfast.operation.restore;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.environment.RestoreWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the backup that a form or a button names can be restored. */
final class BackupChoice {

  private BackupChoice() {}

  static Optional<Backup> find(String id, List<Backup> listed) {
    return listed.stream().filter(backup -> backup.id().equals(id)).findFirst();
  }

  /** Why it can't, in a sentence; empty when it can, or no backup is chosen. */
  static Optional<String> objection(
      RestoreFormInput input, List<Backup> listed, RestoreWindow window, Instant now) {
    if (!input.choosesBackup() || input.backup().isEmpty()) {
      return Optional.empty();
    }
    return find(input.backup(), listed)
        .map(backup -> objection(backup, window, now))
        .orElse(Optional.of("This backup is no longer there. Choose another."));
  }

  /** The same of a backup. */
  static Optional<String> objection(Backup backup, RestoreWindow window, Instant now) {
    if (backup.expired(now)) {
      return Optional.of(
          "%s expired %s. Choose another."
              .formatted(
                  backup.name(), DateTimeFormat.relative(backup.expires().orElseThrow(), now)));
    }
    return window.restorable(backup, now)
        ? Optional.empty()
        : Optional.of(
            "%s can be restored %s. Choose another, or wait until then."
                .formatted(
                    backup.name(), DateTimeFormat.relative(window.usableAt(backup.point()), now)));
  }
}
