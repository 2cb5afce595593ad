package dev.holdfast.bot;

import java.util.Map;

/**
 * A person pressed a button on a card.
 *
 * @param message the message that carries the card, as the messenger names it
 * @param data the action's data and the inputs, as texts; it is what a client sent and proves
 *     nothing
 */
public record CardActionInvocation(
    String activityId,
    ChatUser who,
    ConversationRef where,
    String message,
    String verb,
    Map<String, String> data) {

  /** In the data: the Entra object id of the person whose card it is. */
  public static final String OWNER = "owner";

  /** In the data of an action whose answer replaces the card. */
  public static final String IN_PLACE = "inPlace";

  /** What the data has of that name; empty when it has nothing. */
  public String text(String key) {
    return data.getOrDefault(key, "");
  }
}
