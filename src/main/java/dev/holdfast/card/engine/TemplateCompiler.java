package dev.holdfast.card.engine;

import dev.holdfast.card.engine.Interpolation.Part;
import dev.holdfast.card.engine.TemplateNode.Fields;
import dev.holdfast.card.engine.TemplateNode.Fixed;
import dev.holdfast.card.engine.TemplateNode.Items;
import dev.holdfast.card.engine.TemplateNode.Lone;
import dev.holdfast.card.engine.TemplateNode.Mixed;
import dev.holdfast.card.engine.value.EngineLimits;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of a template into what can be expanded. */
record TemplateCompiler(String fileName, FunctionRegistry functions) {
  /** Properties that speak to the engine and never reach the result. */
  private static final Set<String> RESERVED =
      Set.of("$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion");

  TemplateNode compile(JsonNode json) {
    return compile(json, JsonPointer.empty(), 0);
  }

  private TemplateNode compile(JsonNode json, JsonPointer at, int depth) {
    if (depth > EngineLimits.JSON_DEPTH) {
      var sentence = "a template may be nested " + EngineLimits.JSON_DEPTH + " deep";
      throw new TemplateSyntaxException(fileName, at.toString(), 1, sentence);
    }
    if (json.isArray()) {
      var items = new TemplateNode[json.size()];
      for (int i = 0; i < items.length; i++) {
        items[i] = compile(json.get(i), at.appendIndex(i), depth + 1);
      }
      return new Items(items);
    }
    if (json.isObject()) {
      return object(json, at, depth);
    }
    return hasExpression(json) ? text(json.stringValue(), at.toString()) : new Fixed(json);
  }

  private TemplateNode object(JsonNode json, JsonPointer at, int depth) {
    var shape = new ArrayList<Map.Entry<String, JsonNode>>();
    var fields = new ArrayList<Fields.Field>();
    for (var property : json.properties()) {
      var name = property.getKey();
      if (!RESERVED.contains(name)) {
        var value = compile(property.getValue(), at.appendProperty(name), depth + 1);
        if (value instanceof Fixed fixed) {
          shape.add(Map.entry(name, fixed.value()));
        } else {
          fields.add(new Fields.Field(shape.size(), name, value));
          shape.add(Map.entry(name, JsonValues.MISSING));
        }
      }
    }
    var data = reserved(json, "$data", at, depth);
    var when = reserved(json, "$when", at, depth);
    var always = when instanceof Fixed fixed && JsonValues.isNothing(fixed.value());
    return new Fields(
        at.toString(), data, always ? null : when, shape, fields.toArray(Fields.Field[]::new));
  }

  private @Nullable TemplateNode reserved(JsonNode json, String name, JsonPointer at, int depth) {
    var value = json.get(name);
    if (value == null) {
      return null;
    }
    // Plain data is taken as it stands: the rules for lists and null are for what is shown.
    var compiled = compile(value, at.appendProperty(name), depth + 1);
    return hasExpression(value) ? compiled : new Fixed(value.deepCopy());
  }

  private static boolean hasExpression(JsonNode json) {
    return json.isString()
        ? json.stringValue().contains("${")
        : json.valueStream().anyMatch(TemplateCompiler::hasExpression);
  }

  private TemplateNode text(String string, String pointer) {
    var text = new Interpolation(this, pointer, string);
    if (string.length() > EngineLimits.TEXT) {
      throw text.fault(0, "text with expressions may have " + EngineLimits.TEXT + " characters");
    }
    var parts = text.parts(0, string.length(), 0);
    return parts.size() == 1
        ? new Lone(parts.get(0), pointer)
        : new Mixed(parts.toArray(Part[]::new), pointer);
  }
}
