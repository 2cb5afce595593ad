package dev.holdfast.card.template;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects. None changes the object it is given. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static void define(Functions functions) {
    functions.define("any getProperty(any,string?)", ObjectFunctions::get);
    functions.define("any setProperty(any,string,any)", a -> copy(a).set(name(a), a.at(2)));
    functions.define("any addProperty(any,string,any)", ObjectFunctions::add);
    functions.define("any removeProperty(any,string)", ObjectFunctions::remove);
    functions.define("any merge(any...)", ObjectFunctions::merge);
  }

  private static JsonNode get(Arguments a) {
    return a.count() == 1
        ? Path.find(a.scope(), null, a.string(0))
        : Path.find(a.scope(), a.at(0), name(a));
  }

  private static String name(Arguments a) {
    return new BoundedText(a.run()).plain(a.at(1)).toString();
  }

  private static ObjectNode copy(Arguments a) {
    a.run().spend(a.at(0).size());
    return a.at(0) instanceof ObjectNode object
        ? Values.JSON.objectNode().setAll(object)
        : a.fail(0, "an object");
  }

  private static JsonNode add(Arguments a) {
    var object = copy(a);
    return object.has(name(a))
        ? a.fail(1, "the name of a new property")
        : object.set(name(a), a.at(2));
  }

  private static JsonNode remove(Arguments a) {
    var object = copy(a);
    object.remove(name(a));
    return object;
  }

  private static JsonNode merge(Arguments a) {
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
