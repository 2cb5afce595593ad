package dev.holdfast.card.engine;

import dev.holdfast.card.engine.path.JsPath;
import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.JsonValues;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects. None changes the object it is given. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static JsonNode literal(FunctionArguments namesAndValues) {
    var object = JsonValues.object(namesAndValues.count() / 2);
    for (int i = 0; i < namesAndValues.count(); i += 2) {
      object.set(namesAndValues.string(i), namesAndValues.at(i + 1));
    }
    return object;
  }

  static JsonNode get(FunctionArguments a) {
    return a.count() == 1
        ? PropertyPath.find(a.scope(), null, a.string(0))
        : JsonValues.isNothing(a.at(1))
            ? a.fail(1, "the name of a property")
            : PropertyPath.find(a.scope(), a.at(0), name(a));
  }

  static String name(FunctionArguments a) {
    return new BoundedStringBuilder(a.run()).plain(a.at(1), 0).toString();
  }

  static ObjectNode copy(FunctionArguments a) {
    a.run().spend(a.at(0).size());
    return a.at(0) instanceof ObjectNode object
        ? JsonValues.object(object.size() + 1).setAll(object)
        : a.fail(0, "an object");
  }

  static JsonNode add(FunctionArguments a) {
    var exists = copy(a).has(name(a));
    return exists ? a.fail(1, "the name of a new property") : copy(a).set(name(a), a.at(2));
  }

  static JsonNode merge(FunctionArguments a) {
    var merged = JsonValues.JSON.objectNode();
    for (int i = 0; i < a.count(); i++) {
      for (var item : a.at(i).isArray() ? a.at(i).values() : List.of(a.at(i))) {
        a.run().spend(1L + item.size());
        merged.setAll(
            item instanceof ObjectNode object ? object : a.<ObjectNode>fail(i, "of objects"));
      }
    }
    return merged;
  }

  /** What the path in the second argument finds in the first, which may be JSON as text. */
  static JsonNode jPath(FunctionArguments a) {
    var json = a.isText(0) ? ConversionFunctions.json(a) : a.at(0);
    if (!json.isContainer() && !json.isNull() && !a.isText(0)) {
      return a.fail(0, "an object, a list, or JSON");
    }
    return JsPath.find(a.run(), json, a.text(1));
  }
}
