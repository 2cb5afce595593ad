package dev.holdfast.operation.restore;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a restore is put into words. */
final class RestorePresenter implements OperationPresenter<RestoreSpec> {

  @Override
  public Message title() {
    return Message.of("operation.kind.restore");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("operation.approve.restore");
  }

  @Override
  public Message inShort(RestoreSpec spec) {
    return Message.of(
        "operation.short.restore",
        "source",
        NameMarks.shown(spec.source().displayName()),
        "target",
        NameMarks.shown(spec.target().displayName()));
  }

  @Override
  public Message doneTitle(RestoreSpec spec) {
    return Message.of(
        "notification.title.restored", "environment", NameMarks.shown(spec.target().displayName()));
  }

  @Override
  public Message failedTitle(RestoreSpec spec) {
    return Message.of(
        "notification.title.restoreFailed",
        "environment",
        NameMarks.shown(spec.target().displayName()));
  }

  @Override
  public List<Fact> options(RestoreSpec spec, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        texts.fact(
            "operation.auditData",
            texts.of(
                spec.skipAuditData()
                    ? "operation.auditData.leftOut"
                    : "operation.auditData.included")));
    spec.newName().ifPresent(name -> facts.add(texts.fact("operation.newName", name)));
    spec.securityGroupId().ifPresent(id -> facts.add(texts.fact("operation.securityGroup", id)));
    return facts;
  }

  @Override
  public Optional<Instant> point(RestoreSpec spec) {
    return Optional.of(spec.point());
  }

  @Override
  public Optional<Message> pointName(RestoreSpec spec) {
    return chosenPoint(spec).or(() -> Optional.of(Message.of("operation.point.system")));
  }

  @Override
  public Optional<Message> chosenPoint(RestoreSpec spec) {
    return spec.backupLabel().map(label -> Message.of("operation.point.manual", "label", label));
  }

  /** Rules R21, R22. */
  @Override
  public List<Message> nextSteps(RestoreSpec spec) {
    return List.of(
        Message.of("nextStep.restored.flows"),
        Message.of("nextStep.restored.finops"),
        Message.of("nextStep.restored.connectors"));
  }
}
