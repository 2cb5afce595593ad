package dev.holdfast.notification.card;


import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Request;
import java.util.List;
import java.util.Optional;

/** The message to the requester whose request too few approvers can be told of. */
final class UnreachableApproversCard {

  private UnreachableApproversCard() {}

  /**
   * @param unreached a fact for each of those whom no card reaches
   */
  static NotificationView view(Request request, ApproverReach.Reach reach, List<Fact> unreached) {
    OperationSpec work = request.details().spec();
    return new NotificationView(
        request.id() + " can't be approved yet",
        Tone.ATTENTION,
        sentence(request, reach),
        Optional.of(RequestTexts.side(work.source())),
        RequestTexts.target(work),
        unreached,
        List.of(
            "Ask the approvers to add the Holdfast app in Teams. Holdfast sends them "
                + request.id()
                + " as soon as they do.",
            "If it can't wait, cancel it and contact the people who run Holdfast."),
        Optional.empty(),
        request.id().toString(),
        Optional.of(RequestTexts.idOnly(request)));
  }

  private static String sentence(Request request, ApproverReach.Reach reach) {
    return reach.persons() == 0
        ? "Holdfast couldn't reach any approver of %s.".formatted(request.id())
        : "Holdfast could reach only %d approver(s), and %s needs %d more approval(s)."
            .formatted(reach.persons(), request.id(), reach.needed());
  }
}
