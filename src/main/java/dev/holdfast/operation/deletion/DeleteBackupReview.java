package dev.holdfast.operation.deletion;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.card.Card;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.draft.DraftReview;
import dev.holdfast.operation.draft.Reviewer;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The review of a deletion: the form is checked, and environment and backups are read afresh. */
@Component
class DeleteBackupReview {

  private final BackupDeletionCheck checks;
  private final DeleteBackupForm forms;
  private final DraftReview reviews;
  private final EnvironmentLabels labels;

  DeleteBackupReview(
      BackupDeletionCheck checks,
      DeleteBackupForm forms,
      DraftReview reviews,
      EnvironmentLabels labels) {
    this.checks = checks;
    this.forms = forms;
    this.reviews = reviews;
    this.labels = labels;
  }

  /** A form that is not complete comes back with what is wrong. */
  Card review(DeleteBackupInput input, Reviewer by) {
    CheckedOrder found = check(input);
    return found.spec().isEmpty()
        ? forms.form(input, by.who(), found.errors())
        : reviews.review(input, found, by);
  }

  /** Checks what was put in, and where that is complete the backup as it is now. */
  CheckedOrder check(DeleteBackupInput input) {
    if (!input.errors().isEmpty()) {
      return CheckedOrder.wrong(input.errors());
    }
    BackupDeletionPreflight read = checks.check(input);
    return read.backup()
        .map(backup -> CheckedOrder.of(spec(backup, read), read.checks(), read.readAt()))
        .orElseGet(() -> CheckedOrder.wrong(Map.of("backup", Message.of("backupChoice.gone"))));
  }

  private DeleteBackupSpec spec(Backup backup, BackupDeletionPreflight read) {
    return new DeleteBackupSpec(
        labels.name(read.affected()),
        backup.id(),
        backup.label(),
        backup.point(),
        backup.createdBy().orElse(""));
  }
}
