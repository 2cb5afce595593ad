package dev.holdfast.operation.backup;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import java.util.ArrayList;
import java.util.List;

/** How a backup is put into words. */
final class BackupPresenter implements OperationPresenter<BackupSpec> {

  @Override
  public Message title() {
    return Message.of("operation.kind.backup");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("operation.approve.backup");
  }

  @Override
  public Message inShort(BackupSpec spec) {
    return Message.of(
        "operation.short.backup", "source", NameMarks.shown(spec.source().displayName()));
  }

  @Override
  public Message doneTitle(BackupSpec spec) {
    return about(spec, "notification.title.backedUp");
  }

  @Override
  public Message failedTitle(BackupSpec spec) {
    return about(spec, "notification.title.backupFailed");
  }

  @Override
  public List<Fact> options(BackupSpec spec, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("operation.label", spec.label()));
    if (!spec.notes().isBlank()) {
      facts.add(texts.fact("operation.notes", spec.notes()));
    }
    spec.parent().ifPresent(whole -> facts.add(texts.fact("operation.partOf", whole)));
    return facts;
  }

  /** Rule R5. */
  @Override
  public List<Message> nextSteps(BackupSpec spec) {
    return List.of(about(spec, "nextStep.backup.wait"));
  }

  private static Message about(BackupSpec spec, String code) {
    return Message.of(code, "environment", NameMarks.shown(spec.source().displayName()));
  }
}
