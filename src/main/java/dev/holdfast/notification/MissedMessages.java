package dev.holdfast.notification;

import dev.holdfast.messaging.Address;

/** Sends what Holdfast gave up because it couldn't reach somebody, when it can reach them again. */
public interface MissedMessages {

  /**
   * A person or a conversation with all its threads can be reached again: sends what was given up
   * there and still matters. Doing so twice sends nothing twice.
   */
  void resend(Address address);

  /**
   * A person has installed the app, perhaps in a new chat: in addition, posts each request that
   * waits for their decision anew.
   *
   * @param entraId Entra object id
   */
  void resendToNewInstallation(String entraId);
}
