package dev.holdfast.operation.mode;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.request.Request;
import java.util.List;
import java.util.Optional;

/** How a change of administration mode is put into words. */
final class AdminModePresenter implements OperationPresenter<AdminModeSpec> {

  @Override
  public Message title() {
    return Message.of("operation.kind.adminMode");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("operation.approve.adminMode");
  }

  @Override
  public Message inShort(AdminModeSpec spec) {
    return about(spec, "operation.short.adminMode");
  }

  @Override
  public Message doneTitle(AdminModeSpec spec) {
    return about(spec, "notification.title.adminModeSet");
  }

  @Override
  public Message failedTitle(AdminModeSpec spec) {
    return about(spec, "notification.title.adminModeNotSet");
  }

  @Override
  public List<Fact> options(AdminModeSpec spec, CardTexts texts) {
    String was = spec.wasOn() ? "yes" : "no";
    return List.of(
        texts.fact(
            "operation.adminMode.mode",
            Message.of(
                spec.mode().isOn() ? "operation.adminMode.on" : "operation.adminMode.off",
                "was",
                was)),
        texts.fact(
            "operation.adminMode.background",
            Message.of(
                spec.mode().hasBackgroundOperations()
                    ? "operation.adminMode.background.on"
                    : "operation.adminMode.background.off")));
  }

  @Override
  public Optional<List<Message>> nextSteps(AdminModeSpec spec, Request ended) {
    return switch (ended.state()) {
      case SUCCEEDED ->
          Optional.of(
              List.of(about(spec, "nextStep.adminModeSet").with("request", ended.id().toString())));
      case FAILED -> Optional.of(List.of(about(spec, "nextStep.adminModeNotSet")));
      default -> Optional.empty();
    };
  }

  private static Message about(AdminModeSpec spec, String code) {
    return Message.of(
        code,
        "change",
        spec.change().word(),
        "environment",
        NameMarks.shown(spec.environment().displayName()));
  }
}
