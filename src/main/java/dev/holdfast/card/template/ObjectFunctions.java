package dev.holdfast.card.template;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects. None changes the object it is given. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static JsonNode literal(Arguments namesAndValues) {
    var object = Values.object(namesAndValues.count() / 2);
    for (int i = 0; i < namesAndValues.count(); i += 2) {
      object.set(namesAndValues.string(i), namesAndValues.at(i + 1));
    }
    return object;
  }

  static JsonNode get(Arguments a) {
    return a.count() == 1
        ? Path.find(a.scope(), null, a.string(0))
        : Values.isNothing(a.at(1))
            ? a.fail(1, "the name of a property")
            : Path.find(a.scope(), a.at(0), name(a));
  }

  static String name(Arguments a) {
    return new BoundedText(a.run()).plain(a.at(1), 0).toString();
  }

  static ObjectNode copy(Arguments a) {
    a.run().spend(a.at(0).size());
    return a.at(0) instanceof ObjectNode object
        ? Values.object(object.size() + 1).setAll(object)
        : a.fail(0, "an object");
  }

  static JsonNode add(Arguments a) {
    var exists = copy(a).has(name(a));
    return exists ? a.fail(1, "the name of a new property") : copy(a).set(name(a), a.at(2));
  }

  static JsonNode merge(Arguments a) {
    var merged = Values.JSON.objectNode();
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
