package dev.holdfast.bot;

import dev.holdfast.messaging.Messenger.Posted;

/** Keeps cards up to date with the request that they show. */
public interface CardFollower {

  /** Follows with a card that was posted. */
  void follow(TrackedCard what, Posted card);
}
