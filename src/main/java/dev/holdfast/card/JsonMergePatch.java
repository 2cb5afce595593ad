package dev.holdfast.card;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Lays JSON over the JSON of a template, as a JSON merge patch does (RFC 7396). Where the template
 * has an expression instead of an object, the properties are merged into its value when the
 * template is expanded.
 */
final class JsonMergePatch {

  /** One alone, which may have objects in it. */
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{((?!\\$\\{).)*}");

  private JsonMergePatch() {}

  /** The target, changed in place; null in the patch takes a property out. */
  static ObjectNode apply(ObjectNode target, JsonNode patch) {
    for (var property : patch.properties()) {
      String name = property.getKey();
      JsonNode over = property.getValue();
      JsonNode under = target.path(name);
      if (over.isNull()) {
        target.remove(name);
      } else if (over.isObject() && isExpression(under)) {
        target.set(name, merged(under, over));
      } else if (over.isObject()) {
        target.set(name, apply(under instanceof ObjectNode o ? o : target.objectNode(), over));
      } else {
        target.set(name, over);
      }
    }
    return target;
  }

  private static boolean isExpression(JsonNode node) {
    return node.isString() && EXPRESSION.matcher(node.stringValue()).matches();
  }

  private static String inside(JsonNode expression) {
    String text = expression.stringValue();
    return text.substring(2, text.length() - 1);
  }

  private static StringNode merged(JsonNode expression, JsonNode over) {
    return StringNode.valueOf("${merge(" + inside(expression) + ", " + source(over) + ")}");
  }

  /** How the expression language writes it, without backticks: the reference breaks on them. */
  private static String source(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(property -> "'" + property.getKey() + "': " + source(property.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (!value.isString() || isExpression(value)) {
      return value.isString() ? inside(value) : value.toString();
    }
    if (value.stringValue().contains("${")) {
      throw new IllegalArgumentException(
          value + " is laid over an expression, and must be plain or one expression alone");
    }
    return "'" + value.stringValue().replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
