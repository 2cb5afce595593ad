package dev.holdfast.chat;

import dev.holdfast.card.Choice;
import java.util.List;

/**
 * What the edge hands on. No method waits for the admin API: what needs it is answered later, with
 * a message of its own.
 */
public interface Chat {

  /** Takes a message. The same activity twice is taken once. */
  void said(Said said);

  /** Answers a click from what is stored; never calls the admin API. */
  Reaction clicked(Clicked clicked);

  /**
   * Takes a click of a client that can be answered by messages only. The same activity twice is
   * taken once.
   */
  void submitted(Clicked clicked);

  /**
   * Finds choices for an input that somebody types into, at most 15, the best first, from what is
   * in memory; never calls the admin API and never waits for it.
   */
  List<Choice> searched(Searched searched);

  /**
   * Holdfast was installed for a person, in a chat or in a team: it introduces itself there, once.
   */
  void installed(String activityId, Place where);
}
