package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The short message that administration mode is left, or that it did not work, where an earlier
 * version has put that into the outbox. Now the request that does it has messages of its own.
 */
final class AdminModeNotification {

  private AdminModeNotification() {}

  static boolean isAbout(RequestEventType what) {
    return what == RequestEventType.LEFT_ADMIN_MODE || what == RequestEventType.LEAVING_FAILED;
  }

  static NotificationView view(Request request, RequestEventType what, ZoneId zone) {
    boolean left = what == RequestEventType.LEFT_ADMIN_MODE;
    CardTexts texts = new CardTexts(zone);
    Optional<TargetAdminMode> mode = request.administrationMode();
    EnvironmentRef target = request.details().spec().affected();
    return new NotificationView(
        new NotificationView.Headline(
            texts.of(
                left ? "notification.title.adminModeLeft" : "notification.title.adminModeFailed",
                "environment",
                NameMarks.shown(target.displayName())),
            left ? mode.map(AdminModeMapper::leftTone).orElse(Tone.ATTENTION) : Tone.BAD,
            AdminModeTexts.sentence(request, texts)),
        Optional.of(RequestTexts.side(target)),
        Optional.empty(),
        List.<Fact>of(),
        texts.of(
            left
                ? NextStepsProvider.afterLeaving(request)
                : NextStepsProvider.afterLeavingFailed(request)),
        mode.flatMap(is -> AdminModeMapper.service(is, texts)),
        RequestTexts.link(request));
  }
}
