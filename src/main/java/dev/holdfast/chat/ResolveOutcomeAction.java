package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.ActionVerb;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.DecisionResponses;
import dev.holdfast.chat.ImmediateAction;
import dev.holdfast.chat.OutcomeResolutionInput;

import dev.holdfast.approval.OutcomeResolutionService;
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
