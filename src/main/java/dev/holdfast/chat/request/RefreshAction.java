package dev.holdfast.chat.request;

import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DenialReason;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.card.view.Banner;
import dev.holdfast.notification.card.Reader;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
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

  RefreshAction(DecisionResponses responses, RequestCardService cards) {
    this.responses = responses;
    this.cards = cards;
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
            && cards.reader(request, clicked.who()) == Reader.LOOKS_ON
        ? Optional.of(
            DecisionResponses.banner(
                clicked, new DecisionResult.Refused(request, DenialReason.NOT_AN_APPROVER)))
        : Optional.empty();
  }
}
