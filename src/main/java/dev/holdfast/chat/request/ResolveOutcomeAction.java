package dev.holdfast.chat.request;

import dev.holdfast.approval.OutcomeResolutionService;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes what a person says of an outcome that Holdfast doesn't know. */
@Component
class ResolveOutcomeAction implements ImmediateAction {

  private final OutcomeResolutionService resolutions;
  private final DecisionResponses responses;

  ResolveOutcomeAction(OutcomeResolutionService resolutions, DecisionResponses responses) {
    this.resolutions = resolutions;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.settle");
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
            resolutions.resolve(
                request.id(),
                DecisionResponses.version(clicked),
                clicked.who().person(),
                OutcomeResolutionInput.read(clicked.data())));
  }
}
