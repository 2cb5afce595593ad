package dev.holdfast.bot;

import dev.holdfast.card.view.Choice;
import java.util.List;

/**
 * What the edge hands on. No method waits for the admin API: what needs it is answered later, with
 * a message of its own.
 */
public interface ConversationService {

  /** Takes a message. The same activity twice is taken once. */
  void said(IncomingMessage said);

  /** Whether {@link #said} would run a command; takes nothing. */
  boolean isCommand(IncomingMessage said);

  /** Answers a click from what is stored; never calls the admin API. */
  ActionResponse clicked(CardActionInvocation clicked);

  /**
   * Takes a click of a client that can be answered by messages only. The same activity twice is
   * taken once.
   */
  void submitted(CardActionInvocation clicked);

  /**
   * Finds choices for an input that somebody types into, at most 15, the best first, from what is
   * in memory; never calls the admin API and never waits for it.
   */
  List<Choice> searched(ChoiceQuery searched);

  /**
   * Holdfast was installed for a person, in a chat or in a team: it introduces itself there, once.
   */
  void installed(String activityId, ConversationRef where);
}
