package dev.holdfast.operation.deletion;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import java.util.ArrayList;
import java.util.List;

/** How deleting a backup is put into words. */
final class DeleteBackupPresenter implements OperationPresenter<DeleteBackupSpec> {

  @Override
  public Message title() {
    return Message.of("operation.kind.deleteBackup");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("operation.approve.deleteBackup");
  }

  @Override
  public Message inShort(DeleteBackupSpec spec) {
    return about(spec, "operation.short.deleteBackup");
  }

  @Override
  public Message doneTitle(DeleteBackupSpec spec) {
    return about(spec, "notification.title.backupDeleted");
  }

  @Override
  public Message failedTitle(DeleteBackupSpec spec) {
    return about(spec, "notification.title.backupNotDeleted");
  }

  @Override
  public List<Fact> options(DeleteBackupSpec spec, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("operation.backup", spec.label()));
    facts.add(texts.fact("operation.backup.point", texts.at(spec.point())));
    if (!spec.createdBy().isBlank()) {
      facts.add(texts.fact("operation.backup.createdBy", spec.createdBy()));
    }
    return facts;
  }

  private static Message about(DeleteBackupSpec spec, String code) {
    return Message.of(
        code, "label", spec.label(), "environment", NameMarks.shown(spec.target().displayName()));
  }
}
