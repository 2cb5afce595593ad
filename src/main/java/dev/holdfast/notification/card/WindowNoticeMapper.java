package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.operation.Operation;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What is told while a request awaits approval. */
final class WindowNoticeMapper {

  private static final String TIME = "time";
  private static final String REQUEST = "request";

  private WindowNoticeMapper() {}

  static NotificationView reminder(Request request, Operation<?> operation, ZoneId zone) {
    Message sentence =
        Message.of(
            "notification.reminder",
            "person",
            request.details().requester().name(),
            "operation",
            operation.inShort(),
            "approvals",
            RequestTexts.approvals(request),
            TIME,
            request.terms().expiresAt());
    return view(request, "notification.title.reminder", sentence, List.of(), zone);
  }

  static NotificationView expiryWarning(Request request, ZoneId zone) {
    Message sentence =
        Message.of(
            "notification.expiryWarning",
            "approvals",
            RequestTexts.approvals(request),
            TIME,
            request.terms().expiresAt());
    return view(
        request,
        "notification.title.expiryWarning",
        sentence,
        List.of(Message.of("notification.expiryWarning.next")),
        zone);
  }

  static NotificationView decidedFor(
      Request request, Operation<?> operation, Decision decision, ZoneId zone) {
    Message sentence =
        Message.of(
            decision.approves()
                ? "notification.decidedFor.approved"
                : "notification.decidedFor.rejected",
            "person",
            decision.by().name(),
            "operation",
            operation.inShort(),
            REQUEST,
            request.id().toString());
    return view(request, "notification.title.decidedFor", sentence, List.of(), zone);
  }

  /** Who may approve now besides those who were asked first. */
  static Message escalated(Request request) {
    return Message.of(
        "notification.escalated",
        REQUEST,
        request.id().toString(),
        "approvals",
        RequestTexts.approvals(request),
        TIME,
        request.terms().expiresAt());
  }

  private static NotificationView view(
      Request request, String title, Message sentence, List<Message> next, ZoneId zone) {
    OperationSpec spec = request.details().spec();
    CardTexts texts = new CardTexts(zone);
    return new NotificationView(
        new NotificationView.Headline(
            texts.of(title, REQUEST, request.id().toString()), Tone.ATTENTION, texts.of(sentence)),
        Optional.of(RequestTexts.from(spec)),
        RequestTexts.target(spec),
        List.of(texts.fact("requestCard.requestedBy", request.details().requester().name())),
        texts.of(next),
        Optional.empty(),
        RequestTexts.link(request));
  }
}
