package dev.holdfast.chat.request;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes what somebody says who looked at an emergency afterwards. */
@Component
class ReviewAction implements ImmediateAction {

  private final ApprovalService approvals;
  private final DecisionResponses responses;

  ReviewAction(ApprovalService approvals, DecisionResponses responses) {
    this.approvals = approvals;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.review");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("part-emergency");
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
            approvals.review(
                request.id(), clicked.who().person(), clicked.text("reviewComment").strip()));
  }
}
