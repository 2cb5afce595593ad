package dev.holdfast.chat;

/**
 * What the edge hands on. Every method returns at once: what needs the admin API is stored as a
 * durable task and answered with a message of its own.
 */
public interface Chat {

  /** Takes a message. The same activity twice is taken once. */
  void said(Said said);

  /** Answers a click from what is stored; never calls the admin API. */
  Reaction clicked(Clicked clicked);

  /**
   * Holdfast was installed for a person, in a chat or in a team: it introduces itself there, once.
   */
  void installed(String activityId, Place where);
}
