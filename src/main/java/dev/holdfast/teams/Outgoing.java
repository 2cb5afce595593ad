package dev.holdfast.teams;

import dev.holdfast.card.Card;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of what Holdfast sends to the connector. */
final class Outgoing {

  static final String CARD = "application/vnd.microsoft.card.adaptive";

  private Outgoing() {}

  /**
   * A message with a card. The summary is what the toast and the screen reader say; without it they
   * say that a card was sent.
   */
  static ObjectNode card(Card card) {
    var message = message().put("summary", card.summary());
    message
        .putArray("attachments")
        .addObject()
        .put("contentType", CARD)
        .set("content", card.json());
    return message;
  }

  static ObjectNode text(String text) {
    return message().put("text", text).put("textFormat", "markdown").put("summary", text);
  }

  /** Makes Teams show a toast, which it does for a new message only. */
  static ObjectNode withToast(ObjectNode message) {
    message.putObject("channelData").putObject("notification").put("alert", true);
    return message;
  }

  /** Adds where the message goes and who sends it. */
  static String addressed(ObjectNode message, String conversation, Line line) {
    message.putObject("conversation").put("id", conversation);
    line.botId()
        .ifPresent(
            id -> {
              var from = message.putObject("from").put("id", id);
              line.botName().ifPresent(name -> from.put("name", name));
            });
    return message.toString();
  }

  /**
   * The wish for a chat with one person.
   *
   * @param member the person's Teams id or Entra object id; Teams takes no mail address
   */
  static String chatWith(String member, Line line) {
    var wish = JsonNodeFactory.instance.objectNode().put("isGroup", false);
    line.botId().ifPresent(id -> wish.putObject("bot").put("id", id));
    wish.putArray("members").addObject().put("id", member);
    line.tenantId()
        .ifPresent(
            tenant -> {
              wish.put("tenantId", tenant);
              wish.putObject("channelData").putObject("tenant").put("id", tenant);
            });
    return wish.toString();
  }

  private static ObjectNode message() {
    return JsonNodeFactory.instance.objectNode().put("type", "message");
  }
}
