package dev.holdfast.card.template;

import dev.holdfast.card.template.Expression.Constant;
import dev.holdfast.card.template.TemplateNode.Fields;
import dev.holdfast.card.template.TemplateNode.Fixed;
import dev.holdfast.card.template.TemplateNode.Items;
import dev.holdfast.card.template.TemplateNode.Lone;
import dev.holdfast.card.template.TemplateNode.Mixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of a template into what can be expanded. */
final class TemplateCompiler {
  /** Properties that speak to the engine and never reach the result. */
  private static final Set<String> RESERVED =
      Set.of("$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion");

  private final String fileName;
  private final Functions functions;

  TemplateCompiler(String fileName, Functions functions) {
    this.fileName = fileName;
    this.functions = functions;
  }

  TemplateNode compile(JsonNode json) {
    return compile(json, JsonPointer.empty(), 0);
  }

  private TemplateNode compile(JsonNode json, JsonPointer at, int depth) {
    if (depth > Limits.JSON_DEPTH) {
      var sentence = "a template may be nested " + Limits.JSON_DEPTH + " deep";
      throw new TemplateSyntaxException(fileName, at.toString(), 1, sentence);
    }
    if (json.isString()) {
      return string(json, at.toString());
    }
    if (json.isArray()) {
      var items = new ArrayList<TemplateNode>();
      for (int i = 0; i < json.size(); i++) {
        items.add(compile(json.get(i), at.appendIndex(i), depth + 1));
      }
      return new Items(items);
    }
    return json.isObject() ? object(json, at, depth) : new Fixed(json);
  }

  private TemplateNode object(JsonNode json, JsonPointer at, int depth) {
    var fields = new ArrayList<Fields.Field>();
    for (var property : json.properties()) {
      if (!RESERVED.contains(property.getKey())) {
        var place = at.appendProperty(property.getKey());
        fields.add(
            new Fields.Field(property.getKey(), compile(property.getValue(), place, depth + 1)));
      }
    }
    return new Fields(
        at.toString(),
        reserved(json, "$data", at, depth),
        reserved(json, "$when", at, depth),
        fields);
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
        : json.values().stream().anyMatch(TemplateCompiler::hasExpression);
  }

  private TemplateNode string(JsonNode json, String pointer) {
    var string = json.stringValue();
    if (!string.contains("${")) {
      return new Fixed(json);
    }
    try {
      return text(string, pointer);
    } catch (SyntaxFault e) {
      throw new TemplateSyntaxException(fileName, pointer, e.column + 1, e.getMessage());
    }
  }

  private TemplateNode text(String string, String pointer) {
    if (string.length() > Limits.TEXT) {
      throw new SyntaxFault(0, "text with expressions may have " + Limits.TEXT + " characters");
    }
    var parts = new ArrayList<Mixed.Part>();
    for (var piece : Interpolation.pieces(string)) {
      parts.add(
          piece.isExpression()
              ? new Mixed.Part(
                  ExpressionParser.parse(functions, piece.text(), piece.start()),
                  "${" + piece.text().strip() + "}")
              : new Mixed.Part(new Constant(Values.text(piece.text())), piece.text()));
    }
    if (parts.size() == 1) {
      return new Lone(parts.get(0).expression(), pointer);
    }
    return new Mixed(List.copyOf(parts), pointer);
  }
}
