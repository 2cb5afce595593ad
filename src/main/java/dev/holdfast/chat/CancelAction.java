package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.ActionVerb;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.DecisionResponses;
import dev.holdfast.chat.ImmediateAction;

import dev.holdfast.approval.ApprovalService;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes a request back that has not started. */
@Component
class CancelAction implements ImmediateAction {

  private final ApprovalService approvals;
  private final DecisionResponses responses;

  CancelAction(ApprovalService approvals, DecisionResponses responses) {
    this.approvals = approvals;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.cancel");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request");
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return responses.decide(
        clicked,
        request ->
            approvals.cancel(
                request.id(), DecisionResponses.version(clicked), clicked.who().person()));
  }
}
