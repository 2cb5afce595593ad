package dev.holdfast.chat.policy;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Approves a policy as the card showed it. */
@Component
class ApprovePolicyAction implements ImmediateAction {

  private final PolicyDecisionResponses responses;

  ApprovePolicyAction(PolicyDecisionResponses responses) {
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("policy.approve");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("policy-proposal");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    responses.prepare();
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return responses.decide(clicked, true);
  }
}
