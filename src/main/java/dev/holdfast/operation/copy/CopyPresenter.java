package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.CopyType;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import java.util.ArrayList;
import java.util.List;

/** How a copy is put into words. */
final class CopyPresenter implements OperationPresenter<CopySpec> {

  @Override
  public Message title() {
    return Message.of("operation.kind.copy");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("operation.approve.copy");
  }

  @Override
  public Message inShort(CopySpec spec) {
    return sides(
        spec,
        switch (spec.type()) {
          case FULL -> "operation.short.copy.full";
          case MINIMAL -> "operation.short.copy.minimal";
          case WITHOUT_TRANSACTIONS -> "operation.short.copy.withoutTransactions";
        });
  }

  @Override
  public Message doneTitle(CopySpec spec) {
    return sides(spec, "notification.title.copied");
  }

  @Override
  public Message failedTitle(CopySpec spec) {
    return sides(spec, "notification.title.copyFailed");
  }

  @Override
  public List<Fact> options(CopySpec spec, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("operation.copyType", texts.of(whatIsCopied(spec))));
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

  /** Rules R22, R31, R33, R34. */
  @Override
  public List<Message> nextSteps(CopySpec spec) {
    List<Message> steps = new ArrayList<>();
    if (spec.type() == CopyType.WITHOUT_TRANSACTIONS) {
      steps.add(Message.of("nextStep.copied.transactions"));
    }
    steps.add(Message.of("nextStep.copied.flows"));
    steps.add(Message.of("nextStep.restored.finops"));
    steps.add(Message.of("nextStep.copied.review"));
    return steps;
  }

  private static Message whatIsCopied(CopySpec spec) {
    return Message.of(
        switch (spec.type()) {
          case FULL -> "operation.copyType.full";
          case MINIMAL -> "operation.copyType.minimal";
          case WITHOUT_TRANSACTIONS -> "operation.copyType.withoutTransactions";
        });
  }

  private static Message sides(CopySpec spec, String code) {
    return Message.of(
        code,
        "source",
        NameMarks.shown(spec.source().displayName()),
        "target",
        NameMarks.shown(spec.target().displayName()));
  }
}
