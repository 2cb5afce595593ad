package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.ActionVerb;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.DecisionResponses;
import dev.holdfast.chat.ImmediateAction;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DenialReason;
import dev.holdfast.request.Digest;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Approves a request as the card showed it. */
@Component
class ApproveAction implements ImmediateAction {

  private final ApprovalService approvals;
  private final DecisionResponses responses;

  ApproveAction(ApprovalService approvals, DecisionResponses responses) {
    this.approvals = approvals;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.approve");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("approval");
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    Digest seen = new Digest(clicked.text("digest"));
    return responses.decide(
        clicked,
        request ->
            seen.equals(request.details().digest())
                ? approvals.approve(
                    request.id(),
                    DecisionResponses.version(clicked),
                    clicked.who().person(),
                    DecisionResponses.comment(clicked),
                    seen)
                : new DecisionResult.Refused(request, DenialReason.STALE));
  }
}
