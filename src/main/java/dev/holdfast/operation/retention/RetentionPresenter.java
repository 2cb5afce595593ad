package dev.holdfast.operation.retention;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import java.util.List;
import java.util.Optional;

/** How a change of the backup retention is put into words. */
final class RetentionPresenter implements OperationPresenter<RetentionSpec> {

  @Override
  public Message title() {
    return Message.of("operation.kind.retention");
  }

  @Override
  public Message approvalTitle() {
    return Message.of("operation.approve.retention");
  }

  @Override
  public Message inShort(RetentionSpec spec) {
    return about(spec, "operation.short.retention");
  }

  @Override
  public Message doneTitle(RetentionSpec spec) {
    return about(spec, "notification.title.retentionChanged");
  }

  @Override
  public Message failedTitle(RetentionSpec spec) {
    return about(spec, "notification.title.retentionNotChanged");
  }

  @Override
  public List<Fact> options(RetentionSpec spec, CardTexts texts) {
    return List.of(
        texts.fact("operation.retention.days", days(spec.days())),
        texts.fact("operation.retention.was", days(spec.was())));
  }

  @Override
  public Optional<List<Message>> nextSteps(RetentionSpec spec, Request ended) {
    return ended.state() == RequestState.SUCCEEDED
        ? Optional.of(
            List.of(
                Message.of("nextStep.retention.late"),
                Message.of("nextStep.retention.undo", "request", ended.id().toString())))
        : Optional.empty();
  }

  private static Message days(int days) {
    return Message.of("operation.retention.period", "days", days);
  }

  private static Message about(RetentionSpec spec, String code) {
    return Message.of(
        code,
        "days",
        spec.days(),
        "environment",
        NameMarks.shown(spec.environment().displayName()));
  }
}
