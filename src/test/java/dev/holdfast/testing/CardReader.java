package dev.holdfast.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds in a card what a person would press and fill in. */
final class CardReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CardReader() {}

  /** Visits every object in the tree, outer ones first. */
  static void walk(JsonNode node, Consumer<JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(node);
    }
    node.forEach(child -> walk(child, visitor));
  }

  /**
   * The action of that type with that title or verb.
   *
   * @throws AssertionError if the card has none, naming those it has
   */
  static JsonNode action(JsonNode card, String type, String verbOrTitle) {
    List<JsonNode> found = new ArrayList<>();
    List<String> offered = new ArrayList<>();
    walk(
        card,
        object -> {
          if (type.equals(object.path("type").asString(""))) {
            var verb = verb(object);
            var title = object.path("title").asString("");
            offered.add(verb + " \"" + title + "\"");
            if (verbOrTitle.equals(verb) || verbOrTitle.equals(title)) {
              found.add(object);
            }
          }
        });
    if (found.isEmpty()) {
      throw new AssertionError(
          "The card has no " + type + " " + verbOrTitle + ", only " + offered + ": " + card);
    }
    return found.get(0);
  }

  /** Whether a card's refresh is for that person. */
  static boolean names(JsonNode refresh, FakePerson person) {
    return refresh
        .path("userIds")
        .valueStream()
        .map(JsonNode::asString)
        .anyMatch(id -> id.equals(person.teamsId()) || id.equals("8:orgid:" + person.entraId()));
  }

  private static String verb(JsonNode action) {
    return action.path("verb").asString(action.path("data").path("verb").asString(""));
  }

  /** The action's data with the inputs, as a client merges them. */
  static ObjectNode data(JsonNode card, JsonNode action, Map<String, String> typed) {
    var data =
        action.path("data").isObject()
            ? (ObjectNode) JSON.readTree(action.path("data").toString())
            : JsonNodeFactory.instance.objectNode();
    if (!"none".equals(action.path("associatedInputs").asString(""))) {
      data.setAll(inputs(card, typed));
    }
    return data;
  }

  private static ObjectNode inputs(JsonNode card, Map<String, String> typed) {
    var values = JsonNodeFactory.instance.objectNode();
    List<String> there = new ArrayList<>();
    walk(
        card,
        object -> {
          if (object.path("type").asString("").startsWith("Input.")) {
            var id = object.path("id").asString("");
            there.add(id);
            var value = typed.getOrDefault(id, initial(object));
            if (!value.isEmpty()) {
              values.put(id, value);
            }
          }
        });
    typed.keySet().stream()
        .filter(id -> !there.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new AssertionError("The card has no input " + id + ", only " + there);
            });
    return values;
  }

  private static String initial(JsonNode input) {
    var otherwise = "Input.Toggle".equals(input.path("type").asString("")) ? "false" : "";
    return input.path("value").asString(otherwise);
  }
}
