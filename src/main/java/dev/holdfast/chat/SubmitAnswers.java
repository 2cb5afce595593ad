package dev.holdfast.chat;

import dev.holdfast.notice.Address;
import dev.holdfast.notice.Messenger;
import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.notice.UndeliverableException.Reason;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers a click that came as a message, to which no card can be returned, in a durable task. When
 * an answer comes back to be sent again, what was decided stands, and is what it says.
 */
@Component
class SubmitAnswers {

  private final DecisionDesk decisions;
  private final ClickDesk clicks;
  private final Answers answers;
  private final Messenger messenger;

  SubmitAnswers(DecisionDesk decisions, ClickDesk clicks, Answers answers, Messenger messenger) {
    this.decisions = decisions;
    this.clicks = clicks;
    this.answers = answers;
    this.messenger = messenger;
  }

  void answer(Clicked clicked) {
    Optional<Reaction> refusal = clicks.refusal(clicked);
    if (refusal.isPresent()) {
      answers.give(clicked.where(), () -> send(clicked, refusal.get()));
    } else if (clicks.knows(clicked.verb())) {
      answers.toClick(clicked);
    } else {
      answers.give(
          clicked.where(), () -> send(clicked, decisions.react(clicked).orElse(ClickDesk.UNKNOWN)));
    }
  }

  private void send(Clicked clicked, Reaction reaction) {
    Address clicker = clicked.where().only(clicked.who().id());
    if (reaction instanceof Reaction.Tell tell) {
      messenger.say(clicker, tell.text());
    } else if (reaction instanceof Reaction.Refuse refuse) {
      messenger.say(clicker, refuse.message());
    } else if (reaction instanceof Reaction.Show show) {
      show(clicked, clicked.where().everybody(), show);
    }
  }

  /** A card for the clicker alone is not put where others would see it. */
  private void show(Clicked clicked, Address here, Reaction.Show show) {
    boolean alone = clicked.where().kind() == Place.Kind.PERSONAL;
    if (alone || show.forEveryone()) {
      replace(clicked, here, show);
    } else {
      post(new Address.Person(clicked.who().id()), show);
    }
  }

  private void post(Address to, Reaction.Show show) {
    show.elsewhere().accept(messenger.post(to, show.card()));
  }

  private void replace(Clicked clicked, Address here, Reaction.Show show) {
    try {
      messenger.update(new Posted(clicked.where().conversation(), clicked.message()), show.card());
    } catch (UndeliverableException e) {
      if (e.reason() != Reason.MESSAGE_GONE) {
        throw e;
      }
      post(here, show);
    }
  }
}
