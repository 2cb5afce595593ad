package dev.holdfast.notification.card;


import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.TargetAdminMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The short message that says that administration mode is left, or that it did not work. */
public final class ModeNoticeFace {

  private ModeNoticeFace() {}

  public static boolean isAbout(RequestEventType what) {
    return what == RequestEventType.LEFT_ADMIN_MODE || what == RequestEventType.LEAVING_FAILED;
  }

  static NotificationView view(Request request, RequestEventType what, ZoneId zone) {
    String name = request.details().spec().affected().displayName();
    boolean left = what == RequestEventType.LEFT_ADMIN_MODE;
    Optional<TargetAdminMode> mode = request.administrationMode();
    return new NotificationView(
        left
            ? name + " is out of administration mode"
            : name + " could not leave administration mode",
        left ? mode.map(ModeFace::leftTone).orElse(Tone.ATTENTION) : Tone.BAD,
        ModeWords.sentence(request, zone),
        Optional.of(RequestTexts.side(request.details().spec().affected())),
        Optional.empty(),
        List.<Fact>of(),
        left
            ? NextStepsProvider.afterLeaving(request)
            : NextStepsProvider.afterLeavingFailed(request),
        mode.flatMap(ModeFace::service),
        request.id().toString(),
        Optional.of(RequestTexts.idOnly(request)));
  }
}
