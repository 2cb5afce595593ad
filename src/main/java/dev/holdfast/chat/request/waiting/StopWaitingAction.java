package dev.holdfast.chat.request.waiting;

import dev.holdfast.approval.OutcomeResolutionService;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.chat.request.DecisionResponses;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Late finance and operations apps aren't to be waited for any longer. */
@Component
class StopWaitingAction implements ImmediateAction {

  private final OutcomeResolutionService resolutions;
  private final DecisionResponses responses;

  StopWaitingAction(OutcomeResolutionService resolutions, DecisionResponses responses) {
    this.resolutions = resolutions;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.stopWaiting");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("part-settle");
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
            resolutions.stopWaiting(
                request.id(), clicked.who().person(), DecisionResponses.comment(clicked)));
  }
}
