package dev.holdfast.card;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes the actions of a finished card. An Action.Execute gets an Action.Submit as its
 * fallback, for clients that do not know Universal Actions: with the same data, and with the verb
 * in the data since Action.Submit has none. Both hide Teams' own footer "Your response was sent to
 * the app", because Holdfast answers each click itself. A refresh is no button, and clients that do
 * not know Universal Actions know nothing of it.
 */
final class OlderClients {

  private OlderClients() {}

  /** The same card, changed in place. */
  static JsonNode withFallbacks(JsonNode node) {
    node.properties().stream()
        .filter(property -> !property.getKey().equals("refresh"))
        .forEach(property -> withFallbacks(property.getValue()));
    if (node.isArray()) {
      node.forEach(OlderClients::withFallbacks);
    }
    if (node instanceof ObjectNode action
        && "Action.Execute".equals(action.path("type").stringValue(null))) {
      complete(action);
    }
    return node;
  }

  private static void complete(ObjectNode execute) {
    ObjectNode data = execute.withObjectProperty("data");
    data.putObject("msteams").putObject("feedback").put("hide", true);
    ObjectNode submit = execute.deepCopy().put("type", "Action.Submit");
    submit.remove("verb");
    submit.withObjectProperty("data").set("verb", execute.get("verb"));
    execute.set("fallback", submit);
  }
}
