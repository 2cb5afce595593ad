package dev.holdfast.chat.request;

import dev.holdfast.bot.CardFollower;
import dev.holdfast.bot.TrackedCard;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.CardTracker;
import org.springframework.stereotype.Component;

/** Has a card that a reply posted follow its request as the posted notifications do. */
@Component
class RequestCardFollower implements CardFollower {

  private final CardTracker tracker;

  RequestCardFollower(CardTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public void follow(TrackedCard what, Posted card) {
    tracker.follow(what.request(), what.version(), Address.parse(what.address()), card);
  }
}
