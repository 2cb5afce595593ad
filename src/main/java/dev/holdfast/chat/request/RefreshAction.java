package dev.holdfast.chat.request;

import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DenialReason;
import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.card.view.Banner;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Shows a request as it is. Teams asks by itself too: it changes nothing, however often it comes.
 */
@Component
class RefreshAction implements ImmediateAction {

  private final DecisionResponses responses;
  private final RequestCardService cards;
  private final PermissionEvaluator permissions;

  RefreshAction(
      DecisionResponses responses, RequestCardService cards, PermissionEvaluator permissions) {
    this.responses = responses;
    this.cards = cards;
    this.permissions = permissions;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.refresh");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("approval", "request");
  }

  @Override
  public boolean changes() {
    return false;
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    return responses.withRequest(
        clicked,
        request ->
            cards.own(request, clicked.who(), clicked.where(), onlyLooking(clicked, request), ""));
  }

  /** Who asked what there is to do, and may do nothing, is told so. */
  private Optional<Banner> onlyLooking(CardActionInvocation clicked, Request request) {
    return request.state() == RequestState.AWAITING_APPROVAL
        ? permissions
            .whyNot(clicked.who().person(), Permission.APPROVE, request)
            .filter(
                EnumSet.of(DenialReason.NOT_AN_APPROVER, DenialReason.GROUP_UNREADABLE)::contains)
            .map(why -> new DecisionResult.Refused(request, why))
            .map(refused -> responses.banner(clicked, refused))
        : Optional.empty();
  }
}
