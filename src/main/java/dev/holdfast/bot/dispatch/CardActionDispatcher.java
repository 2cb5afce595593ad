package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.TextLimit;
import dev.holdfast.bot.action.CardAction;
import dev.holdfast.bot.action.CardActionRegistry;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.action.FormErrors;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.bot.action.ReplyAction;
import dev.holdfast.card.CardTexts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has each click handled by its action, and says what the click may do to the card. */
@Component
public class CardActionDispatcher {

  private final CardActionRegistry actions;
  private final CardOwner owners;

  CardActionDispatcher(CardActionRegistry actions, CardOwner owners) {
    this.actions = actions;
    this.owners = owners;
  }

  /** The answer to a verb that nothing here has. */
  static ActionResponse.Refuse unknown() {
    return new ActionResponse.Refuse("UnknownAction", CardTexts.SHARED.of("action.unknown"));
  }

  private Optional<CardAction> find(CardActionInvocation clicked) {
    return actions.find(clicked.verb());
  }

  /** Whether the answer needs no call of the admin API. */
  boolean isAnsweredWithinTurn(CardActionInvocation clicked) {
    return replyAction(clicked).map(ReplyAction::isAnsweredWithinTurn).orElse(true);
  }

  /** Whether answering changes something that the answer tells of. */
  boolean changes(CardActionInvocation clicked) {
    return find(clicked).filter(CardAction::changes).isPresent();
  }

  /** Empty when no such action is answered at once. */
  Optional<ImmediateAction> immediateAction(CardActionInvocation clicked) {
    return find(clicked).filter(ImmediateAction.class::isInstance).map(ImmediateAction.class::cast);
  }

  /** Reads what a change needs from elsewhere, before its transaction. */
  void prepare(CardActionInvocation clicked) {
    immediateAction(clicked)
        .filter(CardAction::changes)
        .ifPresent(action -> action.prepare(clicked));
  }

  /** Empty when no such action is answered with a reply. */
  public Optional<ReplyAction> replyAction(CardActionInvocation clicked) {
    return find(clicked).filter(ReplyAction.class::isInstance).map(ReplyAction.class::cast);
  }

  private Optional<FormAction> formAction(CardActionInvocation clicked) {
    return find(clicked).filter(FormAction.class::isInstance).map(FormAction.class::cast);
  }

  /** Whether the reply takes the place of the clicked card, which only its owner can replace. */
  public boolean inPlace(CardActionInvocation clicked) {
    return replaces(clicked)
        && CardOwner.isOwn(clicked)
        && replyAction(clicked).filter(one -> one.isStillReplaceable(clicked)).isPresent();
  }

  private boolean replaces(CardActionInvocation clicked) {
    return replyAction(clicked).filter(action -> action.replacesCard(clicked)).isPresent();
  }

  /**
   * Whether the reply is of no use to anybody but the clicker: what they look up with a card that
   * isn't theirs. Forms are read by others too, and so are the requests that come of them.
   */
  boolean isForClickerAlone(CardActionInvocation clicked) {
    return formAction(clicked).isEmpty()
        && (CardOwner.isAnothers(clicked) || replaces(clicked) && !CardOwner.isOwn(clicked));
  }

  /**
   * Why somebody can't go on with a form that isn't theirs; empty when they can. A list that isn't
   * theirs is no matter: they get their own page of it.
   */
  Optional<ActionResponse> refusal(CardActionInvocation clicked) {
    return CardOwner.isAnothers(clicked) && replaces(clicked)
        ? formAction(clicked)
            .flatMap(FormAction::ownFormCommand)
            .map(command -> othersForm(clicked, command))
        : Optional.empty();
  }

  /** What is too long of what was entered; empty when nothing is. */
  Optional<ActionResponse> excess(CardActionInvocation clicked) {
    return TextLimit.excess(clicked.data())
        .map(clicked.who().texts()::of)
        .map(ActionResponse.Tell::new);
  }

  private ActionResponse othersForm(CardActionInvocation clicked, String ownFormCommand) {
    return new ActionResponse.Tell(
        clicked
            .who()
            .texts()
            .of("action.othersForm", "person", owners.name(clicked), "command", ownFormCommand));
  }

  /**
   * The answer to a form that is filled in wrong, as far as that is known without asking the
   * service. It replaces the form for its owner alone or for everyone, as any other answer would; a
   * form that might be somebody else's still names no owner then.
   *
   * @return empty when nothing is known to be wrong
   */
  Optional<ActionResponse> objection(CardActionInvocation clicked) {
    return formAction(clicked)
        .flatMap(form -> form.objection(clicked))
        .map(found -> response(found, clicked));
  }

  private ActionResponse response(FormErrors found, CardActionInvocation clicked) {
    boolean inPlace = inPlace(clicked);
    return found
        .form()
        .map(form -> inPlace ? CardOwner.mark(form, clicked.who(), clicked.where()) : form)
        .<ActionResponse>map(form -> new ActionResponse.Show(form, inPlace))
        .orElseGet(() -> new ActionResponse.Tell(found.sentences()));
  }
}
