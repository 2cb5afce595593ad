package dev.holdfast.chat.request;

import dev.holdfast.approval.DecisionResult;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.notification.card.AdminModeTexts;
import dev.holdfast.notification.card.OutcomeResolutionTexts;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import java.time.ZoneId;
import java.util.List;

/** Says why a decision did not count, and what is true instead. */
final class DenialMessages {

  private DenialMessages() {}

  static String sentence(DecisionResult.Refused refused, ZoneId zone) {
    Request request = refused.request();
    return switch (refused.why()) {
      case OWN_REQUEST ->
          "You asked for " + request.id() + " yourself. Somebody else has to decide: four eyes.";
      case NOT_AN_APPROVER ->
          "The policy does not name you as an approver for "
              + request.details().spec().affected().displayName()
              + ".";
      case NOT_THE_REQUESTER ->
          "Only "
              + request.details().requester().name()
              + ", who asked, can take "
              + request.id()
              + " back.";
      case COMMENT_MISSING -> "Say why: a rejection needs a comment.";
      case TOO_LATE ->
          request.state() == RequestState.SAFETY_BACKUP
              ? "The safety backup is just being taken. When it is there, %s can still be cancelled."
                  .formatted(request.id())
              : tooLate(request);
      case NOTHING_TO_CANCEL -> ended(request, zone);
      case TARGET_IN_USE ->
          "Another request is running on %s now. Administration mode can't be turned off here."
              .formatted(request.details().spec().affected().displayName());
      case RESTORED_SINCE ->
          "%s has been overwritten again since. Turn off administration mode on that request's card."
              .formatted(request.details().spec().affected().displayName());
      case STALE ->
          "This card was out of date; now it shows what is true. "
              + OutcomeResolutionTexts.sentence(request, zone)
                  .orElseGet(
                      () ->
                          request.administrationMode().isPresent()
                              ? AdminModeTexts.sentence(request, zone)
                              : now(request, zone));
      case NOT_INVOLVED ->
          "Only who asked for "
              + request.id()
              + " or may approve it, as the policy stands now, can have "
              + request.details().spec().affected().displayName()
              + " leave administration mode.";
      case NOTHING_TO_LEAVE -> AdminModeTexts.sentence(request, zone);
      case NOT_LEAVABLE ->
          "The admin API that Holdfast uses cannot change the mode. Leave it in the Power Platform"
              + " admin center.";
      case NOT_LOOKED ->
          "Look at "
              + request.details().spec().affected().displayName()
              + " first and say so: its "
              + request.details().spec().kind()
              + " did not end well.";
      case NOTHING_TO_SETTLE ->
          OutcomeResolutionTexts.sentence(request, zone).orElseGet(() -> now(request, zone));
      case WAY_MISSING -> "Choose what happened.";
      case OPERATION_MISSING -> "Give the id of the operation, as the admin center shows it.";
      case REASON_MISSING -> "Say why: the requester and the record need a comment.";
      case OPERATIONS_NOT_LOOKED_AT ->
          "Look at the operations of "
              + request.details().spec().affected().displayName()
              + " in the Power Platform admin center first, and say so.";
      case NO_LONGER_APPROVED ->
          "It cannot be called again: its approvals do not hold any more. Give it up, and ask for a"
              + " new one.";
      case BEING_LEFT ->
          request.details().spec().affected().displayName()
              + " is just leaving administration mode. Settle it when that is over.";
      case DECIDED_BEFORE, CLOSED, NOT_REPEATABLE, NOTHING_TO_UNDO, NOT_NAMED -> now(request, zone);
    };
  }

  private static String tooLate(Request request) {
    return request.details().followUpOf().isPresent()
        ? "%s is already running and can't be canceled.".formatted(request.id())
        : "%s is already running. A %s can't be canceled after it starts."
            .formatted(request.id(), request.details().spec().kind());
  }

  private static String ended(Request request, ZoneId zone) {
    String when =
        request
            .outcome()
            .map(Outcome::at)
            .map(at -> ", " + DateTimeFormat.both(at, zone))
            .orElse("");
    return "%s can't be canceled because it has ended (%s%s)."
        .formatted(request.id(), request.state().words(), when);
  }

  /** What is true of a request now, with who made it so and when. */
  static String now(Request request, ZoneId zone) {
    List<Decision> decisions = request.decisions();
    boolean decidedOn =
        !decisions.isEmpty()
            && request.state() != RequestState.CANCELLED
            && request.state() != RequestState.EXPIRED;
    if (decidedOn) {
      Decision last = decisions.get(decisions.size() - 1);
      String verb = last.approves() ? "approved" : "rejected";
      return "Already %s by %s, %s. %s is %s."
          .formatted(
              verb,
              last.by().name(),
              DateTimeFormat.both(last.at(), zone),
              request.id(),
              request.state().words());
    }
    String when =
        request
            .outcome()
            .map(Outcome::at)
            .map(at -> " since " + DateTimeFormat.both(at, zone))
            .orElse("");
    return request.id() + " is " + request.state().words() + when + ".";
  }
}
