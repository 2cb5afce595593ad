package dev.holdfast.chat.checklist;

import dev.holdfast.approval.ChecklistService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.chat.request.DecisionResponses;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ticks an item of a checklist, or takes back a tick that the card shows. */
@Component
class ChecklistAction implements ImmediateAction {

  private final ChecklistService checklists;
  private final DecisionResponses responses;

  ChecklistAction(ChecklistService checklists, DecisionResponses responses) {
    this.checklists = checklists;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.checklist");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("part-checklist");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    responses.prepare(clicked);
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return responses.decide(clicked, request -> change(clicked, request));
  }

  private DecisionResult change(CardActionInvocation clicked, Request request) {
    Person by = clicked.who().person();
    String item = clicked.text("item");
    String tick = clicked.text("tick");
    return tick.isEmpty()
        ? checklists.tick(request.id(), by, item)
        : checklists.untick(request.id(), by, item, tick);
  }
}
