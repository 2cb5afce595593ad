package dev.holdfast.messaging;

import java.util.List;

/** Who is in a conversation. */
public interface ConversationMembers {

  /**
   * Those of these people, by Entra object id and in this order, who are no members. Asks the
   * messaging service now, page by page until it has named all of them or everybody, and throws
   * {@link DeliveryException} when it does not say.
   */
  List<String> missing(Address.Conversation conversation, List<String> entraIds);
}
