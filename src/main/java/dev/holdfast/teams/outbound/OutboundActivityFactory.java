package dev.holdfast.teams.outbound;

import dev.holdfast.card.Card;
import dev.holdfast.card.CardButtons;
import dev.holdfast.card.TextTruncator;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of what Holdfast sends to the connector. */
public final class OutboundActivityFactory {

  public static final String CARD = "application/vnd.microsoft.card.adaptive";

  /** In the data of a button. */
  public static final String TARGETED = "targeted";

  private static final int LONGEST_TEXT = 8_000;
  private static final int LONGEST_SUMMARY = 200;
  private static final String TOO_LARGE =
      " (The card with the rest is too large for Teams. Ask for less, or write “help”.)";

  private OutboundActivityFactory() {}

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
        .set("content", CardSizeLimiter.card(card.json(), CardSizeLimiter.LARGEST));
    return message;
  }

  /** A text that is shown as it is written: it may have people's words in it. */
  static ObjectNode text(String text) {
    return message()
        .put("text", TextTruncator.cut(text, LONGEST_TEXT))
        .put("textFormat", "plain")
        .put("summary", TextTruncator.line(text, LONGEST_SUMMARY));
  }

  /** Clients show it for some seconds, or until the next message. */
  static ObjectNode typing() {
    return JsonNodeFactory.instance.objectNode().put("type", "typing");
  }

  /** The same with a third of its card, for a Teams that found it too large. */
  static ObjectNode smaller(ObjectNode message) {
    var smaller = message.deepCopy();
    if (smaller.path("attachments").path(0) instanceof ObjectNode card) {
      var content = card.path("content");
      card.set("content", CardSizeLimiter.card(content, CardSizeLimiter.units(content) / 3));
    }
    return smaller;
  }

  /** What the card would say in one line, where Teams takes no card at all. */
  static ObjectNode inWords(ObjectNode message) {
    var words = message.deepCopy();
    words.remove("attachments");
    return words
        .put("text", words.path("summary").asString() + TOO_LARGE)
        .put("textFormat", "plain");
  }

  /** Makes Teams show a toast, which it does for a new message only. */
  static ObjectNode withToast(ObjectNode message) {
    message.putObject("channelData").putObject("notification").put("alert", true);
    return message;
  }

  /**
   * Has each button of the card say that it is on a targeted message: a click does not tell, and
   * the message could not be changed (facts B7).
   */
  static ObjectNode onTargeted(ObjectNode message) {
    var targeted = message.deepCopy();
    CardButtons.changeData(targeted, data -> data.put(TARGETED, true));
    return targeted;
  }

  /** Adds where the message goes and who sends it. */
  static String addressed(ObjectNode message, String conversation, ConnectorEndpoint line) {
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
  static String chatWith(String member, ConnectorEndpoint line) {
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
