package dev.holdfast.chat.request;

import dev.holdfast.approval.LeaveAdminModeInput;
import dev.holdfast.approval.LeaveAdministrationMode;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.request.RequestOrigin;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has the target of a restore leave administration mode. */
@Component
class LeaveAdminModeAction implements ImmediateAction {

  private final LeaveAdministrationMode leaveAdministrationMode;
  private final DecisionResponses responses;

  LeaveAdminModeAction(
      LeaveAdministrationMode leaveAdministrationMode, DecisionResponses responses) {
    this.leaveAdministrationMode = leaveAdministrationMode;
    this.responses = responses;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.leaveAdminMode");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("part-admin-mode");
  }

  @Override
  public void prepare(CardActionInvocation clicked) {
    responses.prepare(clicked);
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return responses.decide(
        clicked, request -> leaveAdministrationMode.ask(request.id(), input(clicked)));
  }

  /** The card that was clicked stays that of the request which it shows. */
  private static LeaveAdminModeInput input(CardActionInvocation clicked) {
    ConversationRef where = clicked.where();
    return new LeaveAdminModeInput(
        clicked.who().person(),
        DecisionResponses.version(clicked),
        Boolean.parseBoolean(clicked.text("looked")),
        new RequestOrigin(where.conversation(), "", where.kind() == ConversationRef.Kind.PERSONAL),
        clicked.who().zone());
  }
}
