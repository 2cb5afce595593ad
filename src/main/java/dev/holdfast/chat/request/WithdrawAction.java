package dev.holdfast.chat.request;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Withdraws one's own approval, until the call. */
@Component
class WithdrawAction implements ImmediateAction {

  private final ApprovalService approvals;
  private final DecisionResponses responses;

  WithdrawAction(ApprovalService approvals, DecisionResponses responses) {
    this.approvals = approvals;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.withdraw");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request");
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
            approvals.withdraw(
                request.id(), DecisionResponses.version(clicked), clicked.who().person(), ""));
  }
}
