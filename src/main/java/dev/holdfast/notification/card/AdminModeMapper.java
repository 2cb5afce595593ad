package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.notification.card.checklist.ChecklistMapper;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.followup.FollowUps.Obstacle;
import dev.holdfast.request.step.Outcome;
import java.util.Optional;

/** Administration mode, on the card of the request whose target is in it. */
final class AdminModeMapper {

  private AdminModeMapper() {}

  /**
   * @param inTheWay why nobody can turn it off; empty when it's possible
   * @param other the request that turns it off now; empty when none does
   */
  static Optional<AdminModeView> view(
      Request request,
      ViewerContext reading,
      Optional<Obstacle> inTheWay,
      Optional<Request> other) {
    return request.administrationMode().map(mode -> view(request, mode, reading, inTheWay, other));
  }

  /** What is in the way for now; empty when nothing is. */
  static Optional<Message> other(Request request, Optional<Obstacle> inTheWay) {
    return inTheWay.flatMap(why -> AdminModeTexts.other(request, why));
  }

  /** What the service said when leaving it did not work. */
  static Optional<ServiceErrorDetails> service(TargetAdminMode mode, CardTexts texts) {
    return mode.phase() == Phase.ON
        ? mode.leave()
            .flatMap(leave -> RequestTexts.service(leave.ending(), leave.progress(), texts))
        : Optional.empty();
  }

  private static AdminModeView view(
      Request request,
      TargetAdminMode mode,
      ViewerContext reading,
      Optional<Obstacle> inTheWay,
      Optional<Request> other) {
    boolean leave = reading.may(Permission.LEAVE_ADMIN_MODE);
    CardTexts texts = new CardTexts(reading.zone());
    String forbidden = other(request, inTheWay).map(texts::of).orElse("");
    String undone = leave ? ChecklistMapper.beforeLeaving(request).map(texts::of).orElse("") : "";
    boolean endedBadly = request.state() != RequestState.SUCCEEDED;
    return new AdminModeView(
        tone(mode),
        (AdminModeTexts.text(request, other, texts) + " " + forbidden + undone).strip(),
        AdminModeTexts.by(request, texts),
        leave && endedBadly,
        service(mode, texts),
        leave ? Optional.of(RequestTexts.idAndVersion(request)) : Optional.empty());
  }

  /** Good only when background operations were read to be on, too. */
  static Tone leftTone(TargetAdminMode mode) {
    return mode.backgroundOperationsOn().orElse(false) ? Tone.GOOD : Tone.ATTENTION;
  }

  private static Tone tone(TargetAdminMode mode) {
    Optional<Outcome> trouble = mode.leave().flatMap(Leave::ending);
    return switch (mode.phase()) {
      case ON -> trouble.isPresent() ? Tone.BAD : Tone.ATTENTION;
      case ASKED, STARTING, RUNNING, VERIFYING -> Tone.ONGOING;
      case LEFT -> leftTone(mode);
    };
  }
}
