package dev.holdfast.card;

import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The buttons of a card, wherever they are in it. */
public final class CardButtons {

  private static final Set<String> ACTIONS = Set.of("Action.Execute", "Action.Submit");

  private CardButtons() {}

  /** Changes the data that each button sends when it is pressed, in place. */
  public static void changeData(JsonNode card, Consumer<ObjectNode> change) {
    if (card instanceof ObjectNode button && ACTIONS.contains(card.path("type").asString(""))) {
      change.accept(button.withObject("data"));
    }
    card.forEach(child -> changeData(child, change));
  }
}
