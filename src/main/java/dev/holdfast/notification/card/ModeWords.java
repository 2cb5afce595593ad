package dev.holdfast.notification.card;

import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.request.FollowUps.Obstacle;
import dev.holdfast.request.FollowUps.Reason;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** How administration mode on a request's target is put into words, here and in the chat. */
public final class ModeWords {

  private ModeWords() {}

  /** Where it stands, and whose wish it was; stays true when the card stands long. */
  public static String sentence(Request request, ZoneId zone) {
    return (text(request, zone) + " " + by(request, zone)).strip();
  }

  /** Where it stands. */
  static String text(Request request, ZoneId zone) {
    String name = request.details().spec().affected().displayName();
    return request
        .administrationMode()
        .map(mode -> DateTimeFormat.spelledOut(text(request, mode, name, zone), zone))
        .orElse("Holdfast has not seen " + name + " in administration mode.");
  }

  /** Why another request forbids to turn it off; empty when none does. */
  public static Optional<String> other(Request request, Obstacle inTheWay) {
    String name = request.details().spec().affected().displayName();
    return inTheWay
        .other()
        .map(
            other ->
                inTheWay.reason() == Reason.TARGET_IN_USE
                    ? "%s is running on %s now, so administration mode can't be turned off here."
                        .formatted(other, name)
                    : "%s was started on %s since, so use its card. Type status %s."
                        .formatted(other, name, other));
  }

  /** Who had it left, or asked for that, and when; empty when nobody did. */
  static String by(Request request, ZoneId zone) {
    return request
        .administrationMode()
        .flatMap(TargetAdminMode::leave)
        .map(
            wish ->
                wish.ending()
                    .filter(end -> end.serviceStarted() && isLeft(request))
                    .map(end -> by("Left by ", wish.by(), end.at(), zone))
                    .orElseGet(() -> by("Asked by ", wish.by(), wish.askedAt(), zone)))
        .orElse("");
  }

  private static String by(String what, Person who, Instant at, ZoneId zone) {
    return what + who.name() + ", " + DateTimeFormat.both(at, zone) + ".";
  }

  private static boolean isLeft(Request request) {
    return request.administrationMode().filter(mode -> mode.phase() == Phase.LEFT).isPresent();
  }

  /** What a list of requests says of it, after the request's state; empty when nothing. */
  static String inShort(Request request) {
    return request.administrationMode().map(ModeWords::inShort).orElse("");
  }

  /** How it is left without Holdfast. */
  static String inTheAdminCenter(String name) {
    return "in the Power Platform admin center: Environments, " + name + ", Edit";
  }

  private static String inShort(TargetAdminMode mode) {
    return switch (mode.phase()) {
      case ON -> " · in administration mode";
      case ASKED, STARTING, RUNNING, VERIFYING -> " · leaving administration mode";
      case LEFT -> " · administration mode left";
    };
  }

  private static String text(Request request, TargetAdminMode mode, String name, ZoneId zone) {
    Optional<Leave> leave = mode.leave();
    if (leave.isEmpty()) {
      return seen(request, mode, name, zone);
    }
    Leave wish = leave.get();
    if (wish.ending().isEmpty()) {
      return name
          + " is to leave administration mode. "
          + wish.waitsFor().orElseGet(() -> underWay(mode, wish));
    }
    String words = wish.ending().get().message();
    return mode.phase() == Phase.LEFT
        ? words
        : name + " could not leave administration mode. " + words;
  }

  private static String seen(Request request, TargetAdminMode mode, String name, ZoneId zone) {
    String background =
        mode.backgroundOperationsOn()
            .map(on -> on ? " Background operations are on." : " Background operations are off.")
            .orElse(" Whether background operations are off isn't known.");
    if (request.state() == RequestState.SUCCEEDED) {
      return name
          + " was in administration mode when the restore ended. Only administrators can sign in."
          + background;
    }
    return name
        + " was in administration mode when Holdfast looked, "
        + DateTimeFormat.both(mode.seenAt(), zone)
        + ". Only administrators can sign in."
        + background
        + " Leave it so until somebody has looked at "
        + name
        + (mode.leavable() ? "." : ", then leave the mode " + inTheAdminCenter(name) + ".");
  }

  private static String underWay(TargetAdminMode mode, Leave wish) {
    return switch (mode.phase()) {
      case ASKED -> "Holdfast looks at it first.";
      case STARTING -> "Holdfast calls the service.";
      case VERIFYING -> "The operation is over. Holdfast looks at the environment itself.";
      default ->
          "The service says: "
              + wish.progress().map(OperationProgress::serviceStatus).orElse("nothing yet")
              + ".";
    };
  }
}
