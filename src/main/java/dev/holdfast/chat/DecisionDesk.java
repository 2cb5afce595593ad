package dev.holdfast.chat;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DenialReason;
import dev.holdfast.approval.LeaveAdministrationMode;
import dev.holdfast.approval.OutcomeResolutionService;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.notice.Reader;
import dev.holdfast.request.Digest;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestRepository;
import dev.holdfast.request.RequestState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers the clicks that decide, at once and from the database alone. */
@Component
class DecisionDesk {

  /** It decides nothing. */
  static final String REFRESH = "request.refresh";

  /** What is said beside the input that it is about. */
  private static final Set<DenialReason> INPUT =
      EnumSet.of(
          DenialReason.COMMENT_MISSING,
          DenialReason.WAY_MISSING,
          DenialReason.OPERATION_MISSING,
          DenialReason.REASON_MISSING,
          DenialReason.OPERATIONS_NOT_LOOKED_AT);

  private final ApprovalService approvals;
  private final LeaveAdministrationMode leaveAdministrationMode;
  private final OutcomeResolutionService settleOutcome;
  private final RequestRepository requests;
  private final RequestCardService views;
  private final SubmitDraftAction submissions;

  DecisionDesk(
      ApprovalService approvals,
      LeaveAdministrationMode leaveAdministrationMode,
      OutcomeResolutionService settleOutcome,
      RequestRepository requests,
      RequestCardService views,
      SubmitDraftAction submissions) {
    this.approvals = approvals;
    this.leaveAdministrationMode = leaveAdministrationMode;
    this.settleOutcome = settleOutcome;
    this.requests = requests;
    this.views = views;
    this.submissions = submissions;
  }

  /** Whether the click changes something here. */
  boolean decides(String verb) {
    return switch (verb) {
      case "restore.submit",
          "request.approve",
          "request.reject",
          "request.cancel",
          "request.leaveAdminMode",
          "request.settle" ->
          true;
      default -> false;
    };
  }

  /** The answer; empty when the click is none for this desk. */
  Optional<ActionResponse> react(CardActionInvocation clicked) {
    return switch (clicked.verb()) {
      case "restore.submit" -> Optional.of(submit(clicked));
      case "request.approve" -> Optional.of(approve(clicked));
      case "request.reject" -> Optional.of(reject(clicked));
      case "request.cancel" -> Optional.of(cancel(clicked));
      case "request.leaveAdminMode" -> Optional.of(leaveAdministrationMode(clicked));
      case "request.settle" -> Optional.of(settle(clicked));
      case REFRESH -> Optional.of(refresh(clicked));
      default -> Optional.empty();
    };
  }

  ActionResponse submit(CardActionInvocation clicked) {
    SubmitDraftAction.Outcome outcome = submissions.submit(clicked);
    return outcome
        .request()
        .map(request -> (ActionResponse) show(clicked, request, Optional.empty()))
        .orElseGet(() -> outcome.instead().orElseThrow());
  }

  ActionResponse approve(CardActionInvocation clicked) {
    Digest seen = new Digest(clicked.data().getOrDefault("digest", ""));
    return withRequest(
        clicked,
        request ->
            seen.equals(request.details().digest())
                ? answer(
                    clicked,
                    approvals.approve(
                        request.id(),
                        version(clicked),
                        clicked.who().person(),
                        comment(clicked),
                        seen))
                : answer(clicked, new DecisionResult.Refused(request, DenialReason.STALE)));
  }

  ActionResponse reject(CardActionInvocation clicked) {
    return withRequest(
        clicked,
        request ->
            answer(
                clicked,
                approvals.reject(
                    request.id(), version(clicked), clicked.who().person(), comment(clicked))));
  }

  ActionResponse cancel(CardActionInvocation clicked) {
    return withRequest(
        clicked,
        request ->
            answer(
                clicked, approvals.cancel(request.id(), version(clicked), clicked.who().person())));
  }

  ActionResponse leaveAdministrationMode(CardActionInvocation clicked) {
    boolean looked = Boolean.parseBoolean(clicked.data().getOrDefault("looked", ""));
    return withRequest(
        clicked,
        request ->
            answer(
                clicked,
                leaveAdministrationMode.ask(
                    request.id(), version(clicked), clicked.who().person(), looked)));
  }

  ActionResponse settle(CardActionInvocation clicked) {
    return withRequest(
        clicked,
        request ->
            answer(
                clicked,
                settleOutcome.resolve(
                    request.id(),
                    version(clicked),
                    clicked.who().person(),
                    OutcomeResolutionInput.read(clicked.data()))));
  }

  /** Teams asks by itself too: it changes nothing, however often it comes. */
  ActionResponse refresh(CardActionInvocation clicked) {
    return withRequest(clicked, request -> show(clicked, request, onlyLooking(clicked, request)));
  }

  /** Who asked what there is to do, and may do nothing, is told so. */
  private Optional<Banner> onlyLooking(CardActionInvocation clicked, Request request) {
    return request.state() == RequestState.AWAITING_APPROVAL
            && views.reader(request, clicked.who()) == Reader.LOOKS_ON
        ? Optional.of(
            banner(clicked, new DecisionResult.Refused(request, DenialReason.NOT_AN_APPROVER)))
        : Optional.empty();
  }

  private ActionResponse withRequest(
      CardActionInvocation clicked, java.util.function.Function<Request, ActionResponse> answer) {
    String id = clicked.data().getOrDefault("requestId", "");
    return RequestId.parse(id)
        .flatMap(requests::find)
        .map(answer)
        .orElseGet(() -> new ActionResponse.Refuse("NotFound", "There is no request " + id + "."));
  }

  private ActionResponse answer(CardActionInvocation clicked, DecisionResult decided) {
    if (decided instanceof DecisionResult.Done done) {
      return show(clicked, done.request(), Optional.empty());
    }
    DecisionResult.Refused refused = (DecisionResult.Refused) decided;
    Banner banner = banner(clicked, refused);
    return INPUT.contains(refused.why())
        ? show(clicked, refused.request(), Optional.empty(), banner.text())
        : show(clicked, refused.request(), Optional.of(banner));
  }

  private static Banner banner(CardActionInvocation clicked, DecisionResult.Refused refused) {
    return new Banner(Tone.ATTENTION, DenialMessages.sentence(refused, clicked.who().zone()));
  }

  private ActionResponse show(
      CardActionInvocation clicked, Request request, Optional<Banner> banner) {
    return show(clicked, request, banner, "");
  }

  private ActionResponse show(
      CardActionInvocation clicked, Request request, Optional<Banner> banner, String commentError) {
    return views.own(request, clicked.who(), clicked.where(), banner, commentError);
  }

  private static String comment(CardActionInvocation clicked) {
    return clicked.data().getOrDefault("comment", "").strip();
  }

  /** What is not a number is older than any version. */
  private static long version(CardActionInvocation clicked) {
    String text = clicked.data().getOrDefault("version", "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
