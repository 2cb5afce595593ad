package dev.holdfast.chat.delegation;

import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationService;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.ImmediateAction;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Ends a delegation. Only the person who delegated can, also when they could no longer delegate.
 * Anybody else who clicks gets the same answer, whether there is such a delegation or not.
 */
@Component
class EndDelegationAction implements ImmediateAction {

  private final DelegationService delegations;
  private final DelegationCards cards;

  EndDelegationAction(DelegationService delegations, DelegationCards cards) {
    this.delegations = delegations;
    this.cards = cards;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("delegation.end");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("delegations");
  }

  @Override
  public ActionResponse handle(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    return delegations
        .end(who.person(), id(clicked))
        .map(over -> show(over, clicked))
        .orElseGet(
            () -> new ActionResponse.Refuse("Forbidden", who.texts().of("delegation.notYours")));
  }

  private ActionResponse show(Delegation over, CardActionInvocation clicked) {
    boolean personal = clicked.where().kind() == ConversationRef.Kind.PERSONAL;
    return Boolean.parseBoolean(clicked.text(DelegationCards.LIST))
        ? new ActionResponse.Show(cards.listWithout(over, clicked.who()), personal)
        : new ActionResponse.Show(cards.ended(over, clicked.who()), true);
  }

  /** What is no number names nothing. */
  private static long id(CardActionInvocation clicked) {
    String text = clicked.text(DelegationCards.DELEGATION);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
