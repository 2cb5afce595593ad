package dev.holdfast.teams;

import dev.holdfast.card.Card;

/** Small cards for the tests of the edge. */
public final class Cards {

  private Cards() {}

  public static Card saying(String text) {
    var json = Activities.JSON.createObjectNode().put("type", "AdaptiveCard").put("version", "1.5");
    json.putArray("body").addObject().put("type", "TextBlock").put("text", text);
    return new Card(json, "Card: " + text);
  }

  /** A card with an input {@code comment} and a button with its fallback for older clients. */
  public static Card asking(String text, String verb) {
    var card = saying(text);
    var body = card.json().withArray("body");
    body.addObject().put("type", "Input.Text").put("id", "comment");
    body.addObject().put("type", "Input.Toggle").put("id", "sure").put("value", "true");
    var action =
        body.addObject()
            .put("type", "ActionSet")
            .putArray("actions")
            .addObject()
            .put("type", "Action.Execute")
            .put("title", "Do it")
            .put("verb", verb);
    action.putObject("data").put("requestId", "R-1042").put("version", 3);
    action
        .putObject("fallback")
        .put("type", "Action.Submit")
        .put("title", "Do it")
        .putObject("data")
        .put("verb", verb)
        .put("requestId", "R-1042");
    return card;
  }
}
