package dev.holdfast.chat.request;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rejects a request. */
@Component
class RejectAction implements ImmediateAction {

  private final ApprovalService approvals;
  private final DecisionResponses responses;

  RejectAction(ApprovalService approvals, DecisionResponses responses) {
    this.approvals = approvals;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.reject");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("approval");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    responses.prepare(clicked);
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return responses.decide(
        clicked,
        request ->
            approvals.reject(
                request.id(),
                DecisionResponses.version(clicked),
                clicked.who().person(),
                DecisionResponses.comment(clicked)));
  }
}
