package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.CardFollower;
import dev.holdfast.bot.TrackedCard;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.Messenger.Posted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends replies, and has the cards among them that show a request follow it. */
@Component
class ReplySender {

  private final Messenger messenger;
  private final CardFollower following;

  ReplySender(Messenger messenger, CardFollower following) {
    this.messenger = messenger;
    this.following = following;
  }

  /**
   * Sends a reply now; throws {@link DeliveryException}.
   *
   * @return the new message; empty where the reply has replaced one
   */
  Optional<Posted> send(AddressedReply reply) {
    if (reply.card().isEmpty()) {
      return Optional.of(messenger.say(reply.address(), reply.text()));
    }
    return reply.replaces().isPresent() && isReplaced(reply)
        ? Optional.empty()
        : Optional.of(messenger.post(reply.address(), reply.card().orElseThrow()));
  }

  /**
   * A card that Teams never replaces, such as one that can't be edited, is answered by a new one.
   */
  private boolean isReplaced(AddressedReply reply) {
    try {
      messenger.update(reply.replaces().orElseThrow(), reply.card().orElseThrow());
      return true;
    } catch (DeliveryException e) {
      if (e.reason() != Reason.MESSAGE_GONE && e.reason() != Reason.NEVER) {
        throw e;
      }
      return false;
    }
  }

  void follow(TrackedCard what, Posted card) {
    following.follow(what, card);
  }
}
