package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.operation.Operation;
import dev.holdfast.request.EmergencyTransitions.Review;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.step.OperationSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The messages about an emergency: that there is one, that nobody reviewed it, and its review. */
final class EmergencyNotice {

  private EmergencyNotice() {}

  static boolean isAbout(RequestEventType what) {
    return what == RequestEventType.SUBMITTED || what == RequestEventType.REVIEWED;
  }

  static NotificationView view(
      Request request, Operation<?> operation, RequestEventType what, ZoneId zone) {
    if (what == RequestEventType.SUBMITTED) {
      Message said =
          about(request, "notification.emergency")
              .with("operation", operation.inShort())
              .with("approvals", request.details().approvalTerms().approvals())
              .with("reason", request.details().reason());
      return view(
          request, about(request, "notification.title.emergency"), said, Tone.ATTENTION, zone);
    }
    Review review = request.emergency().review().orElseThrow();
    Message said =
        Message.of(
            "notification.reviewed", "person", review.by().name(), "comment", review.comment());
    return view(request, about(request, "notification.title.reviewed"), said, Tone.NEUTRAL, zone);
  }

  static NotificationView reminder(Request request, Operation<?> operation, ZoneId zone) {
    return view(
        request,
        about(request, "notification.title.reviewDue"),
        about(request, "notification.reviewDue").with("operation", operation.inShort()),
        Tone.ATTENTION,
        zone);
  }

  private static NotificationView view(
      Request request, Message title, Message sentence, Tone tone, ZoneId zone) {
    CardTexts texts = new CardTexts(zone);
    OperationSpec work = request.details().spec();
    return new NotificationView(
        new NotificationView.Headline(texts.of(title), tone, texts.of(sentence)),
        Optional.of(RequestTexts.from(work)),
        RequestTexts.target(work),
        List.of(texts.fact("requestCard.requestedBy", request.details().requester().name())),
        texts.of(EmergencyTexts.nextSteps(request)),
        Optional.empty(),
        RequestTexts.link(request));
  }

  private static Message about(Request request, String code) {
    return Message.of(
        code, "request", request.id().toString(), "person", request.details().requester().name());
  }
}
