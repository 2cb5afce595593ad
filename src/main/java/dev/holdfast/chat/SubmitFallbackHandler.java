package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.ClickDesk;
import dev.holdfast.chat.ConversationRef;
import dev.holdfast.chat.DecisionDesk;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.ReplyFactory;

import dev.holdfast.notice.Address;
import dev.holdfast.notice.Messenger.Posted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The replies to clicks that came as a message, to which no card can be returned. */
@Component
class SubmitFallbackHandler {

  private final DecisionDesk decisions;
  private final ClickDesk clicks;
  private final ReplyFactory answers;

  SubmitFallbackHandler(DecisionDesk decisions, ClickDesk clicks, ReplyFactory answers) {
    this.decisions = decisions;
    this.clicks = clicks;
    this.answers = answers;
  }

  Optional<Reply> answer(CardActionInvocation clicked) {
    Optional<ActionResponse> refusal = clicks.refusal(clicked);
    if (refusal.isPresent()) {
      return Optional.of(reply(clicked, refusal.get()));
    }
    return clicks.knows(clicked.verb())
        ? answers.toClick(clicked)
        : Optional.of(reply(clicked, decisions.react(clicked).orElse(ClickDesk.UNKNOWN)));
  }

  private static Reply reply(CardActionInvocation clicked, ActionResponse reaction) {
    Address clicker = clicked.where().only(clicked.who().id());
    if (reaction instanceof ActionResponse.Show show) {
      return card(clicked, show);
    } else if (reaction instanceof ActionResponse.Tell tell) {
      return Reply.text(clicker, tell.text());
    } else if (reaction instanceof ActionResponse.Refuse refuse) {
      return Reply.text(clicker, refuse.message());
    }
    return reply(clicked, ((ActionResponse.Again) reaction).answer());
  }

  /** A card for the clicker alone isn't put where others would see it. */
  private static Reply card(CardActionInvocation clicked, ActionResponse.Show show) {
    boolean alone = clicked.where().kind() == ConversationRef.Kind.PERSONAL;
    return alone || show.forEveryone()
        ? Reply.card(clicked.where().everybody(), show.card(), show.follow())
            .replacing(new Posted(clicked.where().conversation(), clicked.message()))
        : Reply.card(new Address.Person(clicked.who().id()), show.card(), show.follow());
  }
}
