package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.Following;
import dev.holdfast.notice.Messenger;
import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.notice.UndeliverableException.Reason;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends answers, and has the cards among them that show a request follow it. */
@Component
class Sender {

  private final Messenger messenger;
  private final Following following;

  Sender(Messenger messenger, Following following) {
    this.messenger = messenger;
    this.following = following;
  }

  /**
   * Sends an answer now; throws {@link UndeliverableException}.
   *
   * @param inPlace the message whose place it takes
   */
  void send(Address to, Optional<Posted> inPlace, Answer answer) {
    if (answer.card().isEmpty()) {
      messenger.say(to, answer.text());
      return;
    }
    Card card = answer.card().get();
    Posted posted =
        inPlace
            .filter(message -> hasReplaced(message, card))
            .orElseGet(() -> messenger.post(to, card));
    answer.follows().ifPresent(what -> following.follow(what.request(), what.address(), posted));
  }

  /** A message that is gone doesn't take the answer with it. */
  private boolean hasReplaced(Posted message, Card card) {
    try {
      messenger.update(message, card);
      return true;
    } catch (UndeliverableException e) {
      if (e.reason() != Reason.MESSAGE_GONE) {
        throw e;
      }
      return false;
    }
  }
}
