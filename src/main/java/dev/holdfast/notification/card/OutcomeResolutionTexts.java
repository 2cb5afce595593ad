package dev.holdfast.notification.card;

import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.request.Request;
import dev.holdfast.request.Resolution;
import dev.holdfast.request.ResolutionKind;
import dev.holdfast.request.ResolutionStatus;
import java.time.ZoneId;
import java.util.Optional;

/** Who settled an unknown outcome, how and when, as a person reads it. */
public final class OutcomeResolutionTexts {

  private OutcomeResolutionTexts() {}

  /** What was said last, and what came of it; empty when nobody has said anything. */
  public static Optional<String> sentence(Request request, ZoneId zone) {
    return request.resolution().last().map(said -> sentence(request, said, zone));
  }

  /** What a list of requests says of it, after the request's state; empty when nothing. */
  static String inShort(Request request) {
    if (request.resolution().isGivenUp()) {
      return " · given up";
    }
    if (request.resolution().inProgress().isPresent()) {
      return " · being looked up";
    }
    return request.resolution().isNeeded() ? " · waits for somebody to settle it" : "";
  }

  private static String sentence(Request request, Resolution said, ZoneId zone) {
    String reason = said.comment().isBlank() ? "" : " “" + said.comment() + "”";
    return "%s, %s: %s%s%s"
        .formatted(
            said.by().name(),
            DateTimeFormat.both(said.at(), zone),
            what(request, said),
            reason,
            followed(said, zone));
  }

  private static String what(Request request, Resolution said) {
    return switch (said.kind()) {
      case RAN_AS -> "it ran as operation " + said.operation() + ".";
      case LOOK_AGAIN -> "Holdfast is to look again.";
      case CALL_AGAIN -> "it never started; Holdfast is to call again.";
      case CONFIRMED -> "it succeeded; the environment was checked.";
      case GIVE_UP -> request.id() + " is given up; its outcome stays unknown.";
    };
  }

  private static String followed(Resolution said, ZoneId zone) {
    if (said.status() == ResolutionStatus.OPEN) {
      return " Holdfast looks it up.";
    }
    return said.status() == ResolutionStatus.REFUSED
        ? " That cannot be: " + DateTimeFormat.spelledOut(said.objection(), zone)
        : "";
  }

  /** A way to settle it, as a choice on the card. */
  static String choice(ResolutionKind way) {
    return switch (way) {
      case RAN_AS -> "It ran as an operation whose id I type below";
      case LOOK_AGAIN -> "Look again, for as long as before";
      case CALL_AGAIN -> "It never started: check everything again, then call the service again";
      case CONFIRMED -> "It succeeded: I checked the environment";
      case GIVE_UP -> "Give up: the outcome stays unknown, and nothing waits for it any more";
    };
  }
}
