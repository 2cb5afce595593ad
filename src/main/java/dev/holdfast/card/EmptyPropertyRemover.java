package dev.holdfast.card;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes from a finished card what a view left empty. The template language cannot leave a property
 * out; an empty date is no date to clients that check, and a refresh of nothing no refresh.
 */
final class EmptyPropertyRemover {

  private static final Set<String> OPTIONAL = Set.of("value", "min", "max", "placeholder");

  private EmptyPropertyRemover() {}

  /** The same card, changed in place. */
  static JsonNode dropped(JsonNode node) {
    node.forEach(EmptyPropertyRemover::dropped);
    if (node instanceof ObjectNode input && input.path("type").asString("").startsWith("Input.")) {
      OPTIONAL.stream()
          .filter(name -> input.path(name).asString("").isEmpty())
          .forEach(input::remove);
      if (input.path("choices.data").isNull()) {
        input.remove("choices.data");
      }
    } else if (node instanceof ObjectNode card && card.path("refresh").isNull()) {
      card.remove("refresh");
    }
    return node;
  }
}
