package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The message to the requester whose request reaches too few approvers. */
final class UnreachableApproversCard {

  private UnreachableApproversCard() {}

  /**
   * @param unreached a fact for each of those whom no card reaches
   */
  static NotificationView view(Request request, ApproverReach.Reach reach, List<Fact> unreached) {
    OperationSpec work = request.details().spec();
    CardTexts texts = new CardTexts(ZoneOffset.UTC);
    String id = request.id().toString();
    return new NotificationView(
        new NotificationView.Headline(
            texts.of("notification.title.unreachable", "request", id),
            Tone.ATTENTION,
            texts.of(sentence(id, reach))),
        Optional.of(RequestTexts.from(work)),
        RequestTexts.target(work),
        unreached,
        List.of(
            texts.of("nextStep.unreachable.install", "request", id),
            texts.of("nextStep.unreachable.cancel")),
        Optional.empty(),
        RequestTexts.link(request));
  }

  private static Message sentence(String id, ApproverReach.Reach reach) {
    return reach.persons() == 0
        ? Message.of("notification.unreachable.all", "request", id)
        : Message.of(
            "notification.unreachable.some",
            "request",
            id,
            "reached",
            reach.persons(),
            "needed",
            reach.needed());
  }
}
