package dev.holdfast.card;

import dev.holdfast.card.engine.Template;
import dev.holdfast.card.engine.value.ExpansionContext;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes the buttons of a template when it is loaded, with what stands in {@code
 * over-execute.json}. A button gets itself as its fallback, an Action.Submit for clients that do
 * not know Universal Actions: with the same data, and with the verb in the data since Action.Submit
 * has none. Both hide Teams' own footer "Your response was sent to the app", because Holdfast
 * answers each click itself. A refresh is no button, and clients that do not know Universal Actions
 * know nothing of it.
 */
final class SubmitFallback {

  private static final String TYPE = "type";
  private static final String FALLBACK = "fallback";

  /** What the engine reads in an action; it holds for the fallback as part of that action. */
  private static final List<String> SAID_ONCE = List.of("$when", "$data");

  private final String type;
  private final Template over;
  private final ExpansionContext host;

  /**
   * @param over what is laid over each action of its type; its own data is the action as its
   *     template has it
   */
  SubmitFallback(JsonNode over, ExpansionContext host) {
    this.type = over.path(TYPE).stringValue();
    this.over = Template.parse("cards/over-execute.json", over, Map.of());
    this.host = host;
  }

  /** The template, changed in place. */
  JsonNode served(JsonNode template) {
    template.properties().stream()
        .filter(property -> !property.getKey().equals("refresh"))
        .forEach(property -> served(property.getValue()));
    if (template.isArray()) {
      template.forEach(this::served);
    }
    if (template instanceof ObjectNode action && type.equals(action.path(TYPE).stringValue(null))) {
      complete(action);
    }
    return template;
  }

  private void complete(ObjectNode action) {
    ObjectNode patch = (ObjectNode) over.expand(action, host).json();
    JsonNode ofFallback = patch.remove(FALLBACK);
    JsonMergePatch.apply(action, patch);
    ObjectNode fallback = action.deepCopy().remove(SAID_ONCE);
    action.set(FALLBACK, JsonMergePatch.apply(fallback, ofFallback));
  }
}
