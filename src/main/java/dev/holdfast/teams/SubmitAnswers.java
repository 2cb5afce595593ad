package dev.holdfast.teams;

import dev.holdfast.chat.Place;
import dev.holdfast.chat.Reaction;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.Messenger;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.notice.UndeliverableException.Reason;
import org.springframework.stereotype.Component;

/**
 * Answers a click that came as a message, to which no card can be returned. A click that Teams sent
 * again was answered before.
 */
@Component
class SubmitAnswers {

  private final Messenger messenger;
  private final OnTheSpot onTheSpot;

  SubmitAnswers(Messenger messenger, OnTheSpot onTheSpot) {
    this.messenger = messenger;
    this.onTheSpot = onTheSpot;
  }

  /** No task comes back for this answer. */
  void deliver(Incoming incoming, Reaction reaction) {
    onTheSpot.run(() -> send(incoming, reaction));
  }

  private void send(Incoming incoming, Reaction reaction) {
    if (reaction instanceof Reaction.Tell tell) {
      messenger.say(incoming.toSenderAlone(), tell.text());
    } else if (reaction instanceof Reaction.Refuse refuse) {
      messenger.say(incoming.toSenderAlone(), refuse.message());
    } else if (reaction instanceof Reaction.Show show) {
      show(incoming, incoming.place().everybody(), show);
    }
  }

  /** A card for the clicker alone is not put where others would see it. */
  private void show(Incoming incoming, Address here, Reaction.Show show) {
    var alone = incoming.place().kind() == Place.Kind.PERSONAL;
    if (alone || show.forEveryone()) {
      replace(incoming, here, show);
    } else {
      incoming.sender().entraId().ifPresent(who -> post(new Address.Person(who), show));
    }
  }

  private void post(Address to, Reaction.Show show) {
    show.elsewhere().accept(messenger.post(to, show.card()));
  }

  private void replace(Incoming incoming, Address here, Reaction.Show show) {
    var message = Clicks.message(incoming);
    if (message.isEmpty()) {
      post(here, show);
      return;
    }
    try {
      messenger.update(
          new Messenger.Posted(incoming.place().conversation(), message.get()), show.card());
    } catch (UndeliverableException e) {
      if (e.reason() != Reason.MESSAGE_GONE) {
        throw e;
      }
      post(here, show);
    }
  }
}
