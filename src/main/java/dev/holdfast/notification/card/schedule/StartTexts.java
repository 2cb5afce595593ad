package dev.holdfast.notification.card.schedule;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.store.RequestSummary;
import java.util.List;
import java.util.Optional;

/** What becomes of a planned start, in words. */
public final class StartTexts {

  private StartTexts() {}

  /** What happens next with an approved request. */
  public static Message progress(Request request) {
    return request
        .queue()
        .planned()
        .map(start -> planned("progress.planned", start))
        .orElseGet(() -> Message.of("progress.approved"));
  }

  /**
   * That it's approved, and when it starts.
   *
   * @param people who approved it
   * @param operation in short
   */
  public static Message approved(Request request, List<Message> people, Message operation) {
    boolean backsUpFirst = request.details().spec().backsUpFirst();
    return request
        .queue()
        .planned()
        .map(
            start ->
                planned(
                    backsUpFirst
                        ? "notification.approved.planned.backupFirst"
                        : "notification.approved.planned",
                    start))
        .orElseGet(
            () ->
                Message.of(
                    request.details().spec().isSeries()
                        ? "notification.approved.series"
                        : backsUpFirst
                            ? "notification.approved.backupFirst"
                            : "notification.approved"))
        .with("people", people)
        .with("operation", operation);
  }

  /** In a list, while it hasn't begun. */
  public static Optional<Message> inShort(RequestSummary request) {
    return switch (request.state()) {
      case AWAITING_APPROVAL, APPROVED ->
          request
              .standing()
              .start()
              .map(start -> Message.of("plannedStart.short", "time", start.notBefore()));
      case SAFETY_BACKUP,
          STARTING,
          RUNNING,
          VERIFYING,
          SUCCEEDED,
          FAILED,
          UNKNOWN,
          REJECTED,
          CANCELLED,
          EXPIRED,
          VOIDED,
          REHEARSED,
          MISSED ->
          Optional.empty();
    };
  }

  private static Message planned(String code, PlannedStart start) {
    return Message.of(code, "time", start.notBefore(), "until", start.latest());
  }
}
