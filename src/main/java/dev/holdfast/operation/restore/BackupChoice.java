package dev.holdfast.operation.restore;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Choice;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.message.Message;
import dev.holdfast.message.RelativeTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the backup that a form or a button names can be restored. */
final class BackupChoice {

  private BackupChoice() {}

  static Optional<Backup> find(String id, List<Backup> listed) {
    return listed.stream().filter(backup -> backup.id().equals(id)).findFirst();
  }

  /** As a form offers it. */
  static Choice choice(Backup backup, CardTexts texts, Instant now) {
    Message title =
        Message.of(
            backup.expires().isPresent() ? "restoreForm.backup.expires" : "restoreForm.backup",
            "backup",
            backup.name(),
            "time",
            backup.point());
    return new Choice(
        texts.of(
            backup
                .expires()
                .map(at -> title.with("expires", new RelativeTime(at, now)))
                .orElse(title)),
        backup.id());
  }

  /** Why it can't; empty when it can, or no backup is chosen. */
  static Optional<Message> objection(
      RestoreFormInput input, List<Backup> listed, RestoreWindow window, Instant now) {
    if (!input.choosesBackup() || input.backup().isEmpty()) {
      return Optional.empty();
    }
    return find(input.backup(), listed)
        .map(backup -> objection(backup, window, now))
        .orElse(Optional.of(Message.of("backupChoice.gone")));
  }

  /** The same of a backup. */
  static Optional<Message> objection(Backup backup, RestoreWindow window, Instant now) {
    if (backup.expired(now)) {
      return Optional.of(
          about(backup, "backupChoice.expired", backup.expires().orElseThrow(), now));
    }
    return window.restorable(backup, now)
        ? Optional.empty()
        : Optional.of(about(backup, "backupChoice.later", window.usableAt(backup.point()), now));
  }

  private static Message about(Backup backup, String code, Instant at, Instant now) {
    return Message.of(code, "backup", backup.name(), "time", new RelativeTime(at, now));
  }
}
