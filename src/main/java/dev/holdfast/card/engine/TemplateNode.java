package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.PropertyLookup;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A compiled piece of a template. */
sealed interface TemplateNode {

  /**
   * Expands the piece to JSON that nothing else holds on to.
   *
   * @return missing for a property that is left out, null for an element of a list that is
   * @throws EvaluationException if a lone expression has no value
   */
  JsonNode expand(Scope scope);

  /** The value of the piece where it is not shown but bound or asked about, and so not copied. */
  default JsonNode value(Scope scope) {
    return expand(scope);
  }

  /** Anything without an expression in it. */
  record Fixed(JsonNode value) implements TemplateNode {
    @Override
    public JsonNode expand(Scope scope) {
      return value;
    }
  }

  /** A string that is one expression, and so keeps the type of its value. */
  record Lone(Interpolation.Part part, String pointer) implements TemplateNode {
    @Override
    public JsonNode expand(Scope scope) {
      var value = value(scope);
      return value instanceof StringNode ? value : JsonValues.output(scope.run(), value, 0);
    }

    @Override
    public JsonNode value(Scope scope) {
      scope.run().at(pointer);
      try {
        return part.expression().evaluate(scope);
      } catch (EvaluationException e) {
        // As in the reference, a text is shown without those of its parts that have no value.
        if (part.operands().isEmpty() || !scope.substituting()) {
          throw e;
        }
        return Mixed.text(part.operands().toArray(Interpolation.Part[]::new), scope);
      }
    }
  }

  /** A string with expressions in it. One that has no value stays as it was written. */
  record Mixed(Interpolation.Part[] parts, String pointer) implements TemplateNode {
    @Override
    public JsonNode expand(Scope scope) {
      scope.run().at(pointer);
      return text(parts, scope);
    }

    static JsonNode text(Interpolation.Part[] parts, Scope scope) {
      var text = new BoundedStringBuilder(scope.run());
      for (var part : parts) {
        append(text, part, scope);
      }
      return JsonValues.text(text.toString());
    }

    /** What the host shows for the expression, which is a path that leads nowhere. */
    private static String missing(String source, Scope scope) {
      return scope.run().host().missing().apply(source.substring(2, source.length() - 1));
    }

    private static void append(BoundedStringBuilder text, Interpolation.Part part, Scope scope) {
      var value = JsonValues.MISSING;
      var gap = "";
      var failed = false;
      try {
        value = JsonValues.plain(part.expression().evaluate(scope));
        gap =
            value.isArray()
                ? " is a list, not text"
                : value.isObject() ? " is an object, not text" : " is nothing, not text";
      } catch (EvaluationException e) {
        gap = " stays as it is: " + e.getMessage();
        failed = true;
      }
      if (value.isContainer() || value.isMissingNode()) {
        scope.run().warn(part.source() + gap);
      }
      if (failed) {
        text.append(part.source());
      } else if (value.isMissingNode()) {
        text.append(missing(part.source(), scope));
      } else {
        text.item(value, 0);
      }
    }
  }

  record Items(TemplateNode... items) implements TemplateNode {
    @Override
    public JsonNode expand(Scope scope) {
      var list = new ArrayList<JsonNode>(items.length);
      for (var item : items) {
        var value = item.expand(scope);
        if (value instanceof ArrayNode several) {
          scope.run().spend(several.size());
          list.addAll(several.values());
        } else if (!value.isNull()) {
          list.add(value.isMissingNode() ? JsonValues.NULL : value);
        }
      }
      return new ArrayNode(JsonValues.JSON, list);
    }
  }

  /** An object: once, or as often as there is data for it, each time on its condition. */
  record Fields(
      String pointer,
      @Nullable TemplateNode data,
      @Nullable TemplateNode when,
      ArrayList<Map.Entry<String, JsonNode>> shape,
      Field... fields)
      implements TemplateNode {

    /** A property that is computed, and which one it is. */
    record Field(int at, String name, TemplateNode value) {}

    @Override
    public JsonNode expand(Scope scope) {
      var bound = data == null ? JsonValues.MISSING : data.value(scope);
      if (!bound.isArray()) {
        return one(bound.isMissingNode() ? scope : scope.withData(bound));
      }
      var list = new ArrayList<JsonNode>(bound.size());
      for (int i = 0; i < bound.size(); i++) {
        var object = one(scope.withElement(i, JsonValues.plain(bound.get(i))));
        if (!object.isNull()) {
          list.add(object);
        }
      }
      return list.isEmpty()
          ? JsonValues.NULL
          : list.size() == 1 ? list.get(0) : new ArrayNode(JsonValues.JSON, list);
    }

    /** The object in that scope, or null if its condition does not hold. */
    private JsonNode one(Scope scope) {
      if (when != null && !holds(when, scope)) {
        return JsonValues.NULL;
      }
      scope.run().spend(1);
      var entries = new ArrayList<>(shape);
      var isWhole = true;
      for (var field : fields) {
        var value = field.value.expand(scope);
        isWhole &= value != JsonValues.MISSING;
        entries.set(field.at, Map.entry(field.name, value));
      }
      if (!isWhole) {
        entries.removeIf(entry -> entry.getValue().isMissingNode());
      }
      return new ObjectNode(JsonValues.JSON, new PropertyLookup(entries));
    }

    private boolean holds(TemplateNode condition, Scope scope) {
      var gap = "is not an expression that is true or false, so it counts as false";
      try {
        var value = condition.value(scope.strict());
        // A literal true is refused as in the reference, which wants an expression here.
        if (value.isBoolean() && !(condition instanceof Fixed && value.booleanValue())) {
          return value.booleanValue();
        }
      } catch (EvaluationException e) {
        gap = "counts as false: " + e.getMessage();
      }
      scope.run().at(pointer + "/$when");
      scope.run().warn("$when " + gap);
      return false;
    }
  }
}
