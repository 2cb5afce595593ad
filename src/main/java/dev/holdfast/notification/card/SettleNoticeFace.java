package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Tone;
import dev.holdfast.operation.Operation;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.OperationSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The short message that says how somebody settled an unknown outcome, or that it cannot be so. */
final class SettleNoticeFace {

  private SettleNoticeFace() {}

  static boolean isAbout(RequestEventType what) {
    return what == RequestEventType.SETTLED || what == RequestEventType.SETTLING_FAILED;
  }

  static NotificationView view(Request request, Operation<?> operation, ZoneId zone) {
    OperationSpec work = request.details().spec();
    CardTexts texts = new CardTexts(zone);
    return new NotificationView(
        new NotificationView.Headline(
            texts.of(title(request), "request", request.id().toString()),
            tone(request),
            OutcomeResolutionTexts.sentence(request, texts).orElse("")),
        Optional.of(RequestTexts.from(work)),
        RequestTexts.target(work),
        List.of(),
        texts.of(NextStepsProvider.of(request, operation)),
        Optional.empty(),
        RequestTexts.link(request));
  }

  private static Tone tone(Request request) {
    if (request.state() == RequestState.SUCCEEDED) {
      return Tone.GOOD;
    }
    return request.resolution().isNeeded() ? Tone.ATTENTION : Tone.ONGOING;
  }

  /** The code of the message that is the title. */
  private static String title(Request request) {
    if (request.resolution().isGivenUp()) {
      return "notification.title.closedAsUnknown";
    }
    if (request.state() == RequestState.SUCCEEDED) {
      return "notification.title.confirmed";
    }
    if (request.resolution().proposal().isPresent()) {
      return "notification.title.retryProposed";
    }
    return request.resolution().isNeeded()
        ? "notification.title.stillUnknown"
        : "notification.title.continues";
  }
}
