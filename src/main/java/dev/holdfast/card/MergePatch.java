package dev.holdfast.card;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Lays JSON over the JSON of a template, as a JSON merge patch does (RFC 7396). Where the template
 * has an expression instead of an object, the properties are merged into its value when the
 * template is expanded.
 */
final class MergePatch {

  private MergePatch() {}

  /** The target, changed in place; null in the patch takes a property out. */
  static ObjectNode apply(ObjectNode target, JsonNode patch) {
    for (var property : patch.properties()) {
      String name = property.getKey();
      JsonNode over = property.getValue();
      JsonNode under = target.path(name);
      if (over.isNull()) {
        target.remove(name);
      } else if (over.isObject() && isExpression(under)) {
        target.set(name, merged(under.stringValue(), over));
      } else if (over.isObject()) {
        target.set(name, apply(under instanceof ObjectNode o ? o : target.objectNode(), over));
      } else {
        target.set(name, over);
      }
    }
    return target;
  }

  private static boolean isExpression(JsonNode node) {
    return node.isString() && node.stringValue().matches("\\$\\{.*}");
  }

  private static StringNode merged(String expression, JsonNode over) {
    String under = expression.substring(2, expression.length() - 1);
    return StringNode.valueOf("${merge(" + under + ", " + source(over) + ")}");
  }

  /** How the expression language writes it; a string may hold expressions of its own. */
  private static String source(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(property -> "'" + property.getKey() + "': " + source(property.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.isString() ? "`" + value.stringValue() + "`" : value.toString();
  }
}
