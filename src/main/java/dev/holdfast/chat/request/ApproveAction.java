package dev.holdfast.chat.request;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DenialReason;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.request.step.Digest;
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
  public void prepare(CardActionInvocation clicked) {
    responses.prepareApproval(clicked);
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
