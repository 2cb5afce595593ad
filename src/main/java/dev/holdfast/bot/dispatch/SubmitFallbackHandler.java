package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The replies to clicks that came as a message, to which no card can be returned. */
@Component
class SubmitFallbackHandler {

  private final CardActionDispatcher actions;
  private final ReplyFactory answers;

  SubmitFallbackHandler(CardActionDispatcher actions, ReplyFactory answers) {
    this.actions = actions;
    this.answers = answers;
  }

  Optional<AddressedReply> answer(CardActionInvocation clicked) {
    Optional<ActionResponse> refusal = actions.refusal(clicked).or(() -> actions.excess(clicked));
    if (refusal.isPresent()) {
      return Optional.of(reply(clicked, refusal.get()));
    }
    Optional<ImmediateAction> immediate = actions.immediateAction(clicked);
    if (immediate.isPresent()) {
      return Optional.of(reply(clicked, immediate.get().handle(clicked)));
    }
    return actions.replyAction(clicked).isPresent()
        ? answers.toClick(clicked)
        : Optional.of(reply(clicked, CardActionDispatcher.unknown()));
  }

  private static AddressedReply reply(CardActionInvocation clicked, ActionResponse reaction) {
    Address clicker = clicked.where().only(clicked.who().id());
    if (reaction instanceof ActionResponse.Show show) {
      return card(clicked, show);
    } else if (reaction instanceof ActionResponse.Tell tell) {
      return AddressedReply.text(clicker, tell.text());
    } else if (reaction instanceof ActionResponse.Refuse refuse) {
      return AddressedReply.text(clicker, refuse.message());
    }
    return reply(clicked, ((ActionResponse.Again) reaction).answer());
  }

  /** A card for the clicker alone isn't put where others would see it. */
  private static AddressedReply card(CardActionInvocation clicked, ActionResponse.Show show) {
    boolean alone = clicked.where().kind() == ConversationRef.Kind.PERSONAL;
    return alone || show.forEveryone()
        ? AddressedReply.card(clicked.where().everybody(), show.card(), show.follow())
            .replacing(new Posted(clicked.where().conversation(), clicked.message()))
        : AddressedReply.card(new Address.Person(clicked.who().id()), show.card(), show.follow());
  }
}
