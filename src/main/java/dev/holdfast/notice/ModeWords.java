package dev.holdfast.notice;

import dev.holdfast.card.Times;
import dev.holdfast.request.AdministrationMode;
import dev.holdfast.request.AdministrationMode.Leave;
import dev.holdfast.request.AdministrationMode.Phase;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.State;
import java.time.ZoneId;
import java.util.Optional;

/** How administration mode on a request's target is put into words, here and in the chat. */
public final class ModeWords {

  private ModeWords() {}

  /** Where it stands, with who asked to leave it and when; stays true when the card stands long. */
  public static String sentence(Request request, ZoneId zone) {
    String name = request.terms().work().affected().displayName();
    return request
        .administrationMode()
        .map(mode -> Times.spelledOut(sentence(request, mode, name, zone), zone))
        .orElse("Holdfast has not seen " + name + " in administration mode.");
  }

  /** What a list of requests says of it, after the request's state; empty when nothing. */
  public static String inShort(Request request) {
    return request.administrationMode().map(ModeWords::inShort).orElse("");
  }

  /** How it is left without Holdfast. */
  static String inTheAdminCenter(String name) {
    return "in the Power Platform admin center: Environments, " + name + ", Edit";
  }

  private static String inShort(AdministrationMode mode) {
    return switch (mode.phase()) {
      case ON -> " · in administration mode";
      case ASKED, STARTING, RUNNING, VERIFYING -> " · leaving administration mode";
      case LEFT -> " · administration mode left";
    };
  }

  private static String sentence(
      Request request, AdministrationMode mode, String name, ZoneId zone) {
    Optional<Leave> leave = mode.leave();
    if (leave.isEmpty()) {
      return seen(request, mode, name, zone);
    }
    Leave wish = leave.get();
    Optional<Ending> end = wish.ending();
    if (mode.phase() == Phase.LEFT && end.isPresent()) {
      return (end.get().started() ? "Left by " : "Asked by ")
          + wish.by().name()
          + ", "
          + Times.both(end.get().at(), zone)
          + ". "
          + end.get().words();
    }
    String asked =
        wish.by().name()
            + " asked to leave administration mode, "
            + Times.both(wish.askedAt(), zone)
            + ". ";
    return asked
        + end.map(failed -> "That did not work: " + failed.words())
            .orElseGet(() -> wish.waitsFor().orElseGet(() -> underWay(mode, wish, name)));
  }

  private static String seen(Request request, AdministrationMode mode, String name, ZoneId zone) {
    if (request.state() == State.SUCCEEDED) {
      return name
          + " was in administration mode when the restore ended: only administrators get in, and"
          + " background operations stand still.";
    }
    return name
        + " was in administration mode when Holdfast looked, "
        + Times.both(mode.seenAt(), zone)
        + ": only administrators get in. Leave it so until somebody has looked at "
        + name
        + (mode.leavable() ? "." : ", then leave the mode " + inTheAdminCenter(name) + ".");
  }

  private static String underWay(AdministrationMode mode, Leave wish, String name) {
    return switch (mode.phase()) {
      case ASKED -> "Holdfast looks at " + name + " first.";
      case STARTING -> "Holdfast calls the service.";
      case VERIFYING -> "The operation is over. Holdfast looks at " + name + " itself.";
      default ->
          "The service says: "
              + wish.progress().map(Progress::stateWord).orElse("nothing yet")
              + ".";
    };
  }
}
