package dev.holdfast.chat.request;

import dev.holdfast.approval.LeaveAdministrationMode;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
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
  public ActionResponse handle(CardActionInvocation clicked) {
    boolean looked = Boolean.parseBoolean(clicked.text("looked"));
    return responses.decide(
        clicked,
        request ->
            leaveAdministrationMode.ask(
                request.id(), DecisionResponses.version(clicked), clicked.who().person(), looked));
  }
}
