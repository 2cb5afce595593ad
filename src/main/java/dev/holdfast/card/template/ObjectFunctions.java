package dev.holdfast.card.template;

import dev.holdfast.card.template.BoundedStringBuilder;
import dev.holdfast.card.template.FunctionArguments;
import dev.holdfast.card.template.JsonValues;
import dev.holdfast.card.template.PropertyPath;

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
}
