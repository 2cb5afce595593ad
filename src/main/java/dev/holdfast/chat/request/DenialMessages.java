package dev.holdfast.chat.request;

import dev.holdfast.approval.DecisionResult;
import dev.holdfast.card.CardTexts;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.notification.card.AdminModeTexts;
import dev.holdfast.notification.card.OutcomeResolutionTexts;
import dev.holdfast.notification.card.RequestTexts;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says why a decision did not count, and what is true instead. */
final class DenialMessages {

  private static final String STATE = "state";
  private static final String KIND = "kind";
  private static final String TIME = "time";

  private DenialMessages() {}

  static String sentence(DecisionResult.Refused refused, CardTexts texts) {
    return texts.of(message(refused, texts));
  }

  private static Message message(DecisionResult.Refused refused, CardTexts texts) {
    Request request = refused.request();
    return switch (refused.why()) {
      case OWN_REQUEST -> about(request, "denial.ownRequest");
      case APPLICATION -> Message.of("denial.application");
      case NOT_AN_APPROVER -> aboutTarget("denial.notAnApprover", request);
      case GROUP_UNREADABLE -> aboutTarget("denial.groupUnreadable", request);
      case TICKET -> refused.said().orElseGet(() -> now(request));
      case NOT_THE_REQUESTER ->
          about(request, "denial.notTheRequester")
              .with("requester", request.details().requester().name());
      case TOO_LATE_TO_WITHDRAW -> about(request, "denial.tooLate.withdraw");
      case NOT_APPROVED_BY_YOU -> about(request, "denial.notApprovedByYou");
      case COMMENT_MISSING -> Message.of("denial.commentMissing");
      case TOO_LATE ->
          request.state() == RequestState.SAFETY_BACKUP
              ? about(request, "denial.tooLate.safetyBackup")
              : about(request, "denial.tooLate");
      case NOTHING_TO_CANCEL -> ended(request);
      case TARGET_IN_USE -> aboutTarget("denial.targetInUse", request);
      case RESTORED_SINCE -> aboutTarget("denial.restoredSince", request);
      case FINOPS_NOT_VERIFIED -> aboutTarget("denial.finOpsNotVerified", request);
      case STALE -> Message.of("denial.stale", "now", current(request, texts));
      case NOT_INVOLVED ->
          aboutTarget("denial.notInvolved", request).with("request", request.id().toString());
      case MAY_NOT_TICK -> about(request, "denial.mayNotTick");
      case NO_SUCH_ITEM -> about(request, "denial.noSuchItem");
      case TICKED_BEFORE -> Message.of("denial.tickedBefore");
      case NO_SUCH_TICK -> Message.of("denial.noSuchTick");
      case NOTHING_TO_LEAVE -> Message.plain(AdminModeTexts.sentence(request, texts));
      case NOT_WAITING -> notWaiting(request);
      case NOT_LEAVABLE -> Message.of("denial.notLeavable");
      case NOT_LOOKED ->
          aboutTarget("denial.notChecked", request).with(KIND, request.details().spec().kind());
      case NOTHING_TO_SETTLE -> resolved(request, texts).orElseGet(() -> now(request));
      case WAY_MISSING -> Message.of("denial.choiceMissing");
      case OPERATION_MISSING -> Message.of("denial.operationMissing");
      case REASON_MISSING -> Message.of("denial.reasonMissing");
      case OPERATIONS_NOT_LOOKED_AT -> aboutTarget("denial.operationsNotChecked", request);
      case OWN_PROPOSAL -> about(request, "denial.ownProposal");
      case OWN_EMERGENCY -> about(request, "denial.ownEmergency");
      case NOT_A_REVIEWER -> aboutTarget("denial.notAReviewer", request);
      case REVIEW_EMPTY -> Message.of("denial.reviewEmpty");
      case NO_REVIEW_MISSING -> about(request, "denial.noReviewMissing");
      case NO_LONGER_APPROVED -> Message.of("denial.noLongerApproved");
      case BEING_LEFT -> aboutTarget("denial.beingLeft", request);
      case DECIDED_BEFORE, CLOSED, NOT_REPEATABLE, NOTHING_TO_UNDO, NOT_NAMED -> now(request);
    };
  }

  private static Message about(Request request, String code) {
    return Message.of(code, "request", request.id().toString());
  }

  private static Message aboutTarget(String code, Request request) {
    return Message.of(
        code, "environment", NameMarks.shown(request.details().spec().affected().displayName()));
  }

  /** Its end may have come while somebody clicked. */
  private static Message notWaiting(Request request) {
    Message now =
        request
            .outcome()
            .map(Outcome::message)
            .orElseGet(() -> about(request, "denial.now").with(STATE, request.state().message()));
    return aboutTarget("denial.notWaiting", request).with("now", now);
  }

  private static Message ended(Request request) {
    Message ended =
        about(request, endedAt(request).isPresent() ? "denial.ended" : "denial.ended.untimed")
            .with(STATE, request.state().message());
    return endedAt(request).map(at -> ended.with(TIME, at)).orElse(ended);
  }

  private static Optional<Instant> endedAt(Request request) {
    return request.outcome().map(Outcome::at);
  }

  /** Whatever says most about the request as it is. */
  private static Message current(Request request, CardTexts texts) {
    return resolved(request, texts)
        .or(() -> request.administrationMode().map(mode -> mode(request, texts)))
        .orElseGet(() -> now(request));
  }

  private static Message mode(Request request, CardTexts texts) {
    return Message.plain(AdminModeTexts.sentence(request, texts));
  }

  private static Optional<Message> resolved(Request request, CardTexts texts) {
    return OutcomeResolutionTexts.sentence(request, texts).map(Message::plain);
  }

  /** What is true of a request now, with who made it so and when. */
  private static Message now(Request request) {
    List<Decision> decisions =
        request.decisions().stream().filter(said -> said.withdrawnAt().isEmpty()).toList();
    boolean decidedOn =
        !decisions.isEmpty()
            && request.state() != RequestState.CANCELLED
            && request.state() != RequestState.EXPIRED;
    if (decidedOn) {
      Decision last = decisions.get(decisions.size() - 1);
      return about(request, last.approves() ? "denial.now.approved" : "denial.now.rejected")
          .with("person", RequestTexts.decider(last))
          .with(TIME, last.at())
          .with(STATE, request.state().message());
    }
    return endedAt(request)
        .map(at -> about(request, "denial.now.since").with(TIME, at))
        .orElseGet(() -> about(request, "denial.now"))
        .with(STATE, request.state().message());
  }
}
