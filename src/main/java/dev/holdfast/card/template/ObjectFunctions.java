package dev.holdfast.card.template;

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
    return new BoundedText(a.run()).appendPlain(a.at(1)).toString();
  }

  private static ObjectNode copy(Arguments a) {
    if (!(a.at(0) instanceof ObjectNode object)) {
      return a.fail(0, "an object");
    }
    a.run().spend(object.size());
    return Values.JSON.objectNode().setAll(object);
  }

  private static JsonNode add(Arguments a) {
    var object = copy(a);
    if (object.has(name(a))) {
      throw new EvaluationException("there is a property '" + name(a) + "' already");
    }
    return object.set(name(a), a.at(2));
  }

  private static JsonNode remove(Arguments a) {
    var object = copy(a);
    object.remove(name(a));
    return object;
  }

  private static JsonNode merge(Arguments a) {
    var merged = Values.JSON.objectNode();
    for (int i = 0; i < a.count(); i++) {
      a.run().spend(a.at(i).size());
      if (a.at(i).isArray()) {
        for (var item : a.at(i)) {
          mergeInto(merged, a, i, item);
        }
      } else {
        mergeInto(merged, a, i, a.at(i));
      }
    }
    return merged;
  }

  private static void mergeInto(ObjectNode merged, Arguments a, int i, JsonNode from) {
    if (!(from instanceof ObjectNode object)) {
      a.fail(i, "an object or a list of objects");
      return;
    }
    a.run().spend(object.size());
    merged.setAll(object);
  }
}
