package dev.holdfast.operation.deletion;

import dev.holdfast.adminapi.Backup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Finds a backup in a list. Whether both admin APIs give it the same ID isn't documented, so one of
 * the same label and instant is the same backup, if there is only one.
 */
final class BackupMatch {

  private BackupMatch() {}

  static Optional<Backup> byId(String id, List<Backup> listed) {
    return listed.stream().filter(backup -> backup.id().equalsIgnoreCase(id)).findFirst();
  }

  /**
   * The backup that is to be deleted; empty when it isn't listed, or it isn't clear which it is.
   */
  static Optional<Backup> find(DeleteBackupSpec spec, List<Backup> listed) {
    Optional<Backup> same = byId(spec.backupId(), listed);
    List<Backup> alike = alike(spec, listed);
    return same.isPresent() || alike.size() != 1 ? same : Optional.of(alike.get(0));
  }

  /** Whether none is listed that could be it. */
  static boolean isGone(DeleteBackupSpec spec, List<Backup> listed) {
    return byId(spec.backupId(), listed).isEmpty() && alike(spec, listed).isEmpty();
  }

  /** Whether two instants are the same where one may have been cut to whole seconds. */
  private static boolean isSame(Instant one, Instant other) {
    return one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
  }

  private static List<Backup> alike(DeleteBackupSpec spec, List<Backup> listed) {
    return listed.stream()
        .filter(backup -> backup.label().equals(spec.label()))
        .filter(backup -> isSame(backup.point(), spec.point()))
        .toList();
  }
}
