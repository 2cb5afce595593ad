package dev.holdfast.operation.adminmode;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.request.Request;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.step.TargetObservation;
import java.util.List;
import java.util.Optional;

/** How leaving administration mode is put into words. */
final class LeaveAdminModePresenter implements OperationPresenter<LeaveAdminModeSpec> {

  @Override
  public Message title() {
    return Message.of("operation.kind.leaveAdminMode");
  }

  /** Nobody is asked to approve it. */
  @Override
  public Message approvalTitle() {
    return title();
  }

  @Override
  public Message inShort(LeaveAdminModeSpec spec) {
    return about(spec, "operation.short.leaveAdminMode");
  }

  @Override
  public Message doneTitle(LeaveAdminModeSpec spec) {
    return about(spec, "notification.title.adminModeLeft");
  }

  @Override
  public Message failedTitle(LeaveAdminModeSpec spec) {
    return about(spec, "notification.title.adminModeFailed");
  }

  @Override
  public List<Fact> options(LeaveAdminModeSpec spec, CardTexts texts) {
    return List.of(texts.fact("operation.followUpOf", spec.parent()));
  }

  @Override
  public Optional<List<Message>> nextSteps(LeaveAdminModeSpec spec, Request ended) {
    return switch (ended.state()) {
      case SUCCEEDED ->
          Optional.of(
              needsAttention(spec, ended)
                  ? List.of(about(spec, "nextStep.backgroundOperations"))
                  : List.of());
      case FAILED, VOIDED ->
          Optional.of(
              List.of(about(spec, "nextStep.adminMode.again").with("request", spec.parent())));
      default -> Optional.empty();
    };
  }

  /** Good only when background operations were read to be on, too. */
  @Override
  public boolean needsAttention(LeaveAdminModeSpec spec, Request succeeded) {
    return !succeeded
        .completed()
        .targetObservation()
        .flatMap(TargetObservation::background)
        .flatMap(TargetAdminMode::isOn)
        .orElse(false);
  }

  private static Message about(LeaveAdminModeSpec spec, String code) {
    return Message.of(code, "environment", NameMarks.shown(spec.target().displayName()));
  }
}
