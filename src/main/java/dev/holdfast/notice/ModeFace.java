package dev.holdfast.notice;

import dev.holdfast.card.AdminModeView;
import dev.holdfast.card.ServiceWords;
import dev.holdfast.card.Tone;
import dev.holdfast.request.AdministrationMode;
import dev.holdfast.request.AdministrationMode.Leave;
import dev.holdfast.request.AdministrationMode.Phase;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Request;
import dev.holdfast.request.State;
import java.util.Optional;

/** Administration mode, on the card of the request whose target is in it. */
final class ModeFace {

  private ModeFace() {}

  static Optional<AdminModeView> view(Request request, Reading reading) {
    return request.administrationMode().map(mode -> view(request, mode, reading));
  }

  /** What the service said when leaving it did not work. */
  static Optional<ServiceWords> service(AdministrationMode mode) {
    return mode.phase() == Phase.ON
        ? mode.leave().flatMap(leave -> RequestWords.service(leave.ending(), leave.progress()))
        : Optional.empty();
  }

  private static AdminModeView view(Request request, AdministrationMode mode, Reading reading) {
    boolean leave = mode.offered() && reading.leavesAdministrationMode();
    boolean endedBadly = request.state() != State.SUCCEEDED;
    return new AdminModeView(
        tone(mode),
        ModeWords.text(request, reading.zone()),
        ModeWords.by(request, reading.zone()),
        leave && endedBadly,
        service(mode),
        leave ? Optional.of(RequestWords.idAndVersion(request)) : Optional.empty());
  }

  /** Good only when background operations were read to be on, too. */
  static Tone leftTone(AdministrationMode mode) {
    return mode.backgroundOperationsOn().orElse(false) ? Tone.GOOD : Tone.ATTENTION;
  }

  private static Tone tone(AdministrationMode mode) {
    Optional<Ending> trouble = mode.leave().flatMap(Leave::ending);
    return switch (mode.phase()) {
      case ON -> trouble.isPresent() ? Tone.BAD : Tone.ATTENTION;
      case ASKED, STARTING, RUNNING, VERIFYING -> Tone.ONGOING;
      case LEFT -> leftTone(mode);
    };
  }
}
