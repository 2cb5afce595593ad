package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Lists, and what works on strings and objects as on lists. None changes the list it is given. */
final class ListFunctions {

  /**
   * Numbers before strings before the rest. Within those, as JavaScript compares them; the rest
   * keeps its order, but that false comes before true.
   */
  private static final Comparator<JsonNode> ORDER =
      Comparator.comparing((JsonNode value) -> value.isNumber() ? 0 : value.isString() ? 1 : 2)
          .thenComparing(value -> value.isNumber() ? Numbers.of(value) : 0.0)
          .thenComparing(value -> value.isString() || value.isBoolean() ? value.asString() : "");

  private ListFunctions() {}

  static void define(Functions functions) {
    functions.define("number count(string|array)", ListFunctions::count);
    functions.define("boolean contains(any,any)", ListFunctions::contains);
    functions.define("any first(any)", a -> Values.element(listOrText(a), 0));
    functions.define(
        "any last(any)", a -> Values.element(listOrText(a), size(listOrText(a)) - 1.0));
    functions.define("number indexOf(string|array,any)", a -> indexOf(a, false));
    functions.define("number lastIndexOf(string|array,any)", a -> indexOf(a, true));
    functions.define("string join(array,string,string?)", ListFunctions::join);
    functions.define("array createArray(any?...)", a -> list(a, List.of(a.values())));
    functions.define("array union(array...)", ListFunctions::union);
    functions.define("array intersection(array...)", ListFunctions::intersection);
    functions.define("array unique(array)", ListFunctions::union);
    functions.define(
        "array skip(array,number)", a -> slice(a, clamp(a, 1, a.list(0).size()), a.list(0).size()));
    functions.define("array|string take(array|string,number)", ListFunctions::take);
    functions.define("array subArray(array,number,number?)", ListFunctions::subArray);
    functions.define("array flatten(array,number?)", ListFunctions::flatten);
    functions.define("string|array reverse(string|array)", ListFunctions::reverse);
    functions.define("array indicesAndValues(any)", ListFunctions::indicesAndValues);
    functions.define("array sortBy(array,string?)", a -> sort(a, false));
    functions.define("array sortByDescending(array,string?)", a -> sort(a, true));
  }

  private static ArrayNode list(Arguments a, List<JsonNode> items) {
    a.run().spend(items.size());
    return Values.JSON.arrayNode(items.size()).addAll(items);
  }

  private static List<JsonNode> items(ArrayNode list) {
    return new ArrayList<>(list.values());
  }

  private static JsonNode listOrText(Arguments a) {
    return a.at(0).isArray() || a.isText(0) ? a.at(0) : Values.text("");
  }

  private static int size(JsonNode listOrText) {
    return listOrText.isString() ? listOrText.stringValue().length() : listOrText.size();
  }

  private static JsonNode count(Arguments a) {
    return a.isText(0) || a.at(0).isContainer()
        ? Values.number(size(a.at(0)))
        : a.fail(0, "a list, an object or a string");
  }

  private static JsonNode contains(Arguments a) {
    var where = a.at(0);
    if (where.isArray()) {
      for (var item : where) {
        if (Values.equal(a.run(), item, a.at(1))) {
          return Values.bool(true);
        }
      }
      return Values.bool(false);
    }
    if (!a.isText(1)) {
      return Values.bool(false);
    }
    var what = a.string(1);
    return Values.bool(
        where.isString()
            ? where.stringValue().contains(what)
            : !Values.property(where, what).isMissingNode());
  }

  private static JsonNode indexOf(Arguments a, boolean last) {
    if (a.at(0).isArray()) {
      var items = items(a.list(0));
      a.run().spend(items.size());
      var keys = items.stream().map(Values::key).toList();
      var key = Values.key(a.at(1));
      return Values.number(last ? keys.lastIndexOf(key) : keys.indexOf(key));
    }
    var text = Values.isNothing(a.at(0)) ? "" : a.string(0);
    var part = a.text(1);
    // lastIndexOf starts at the last character, so that even "" is not found behind it.
    int from = Math.max(0, text.length() - 1);
    return Values.number(last ? text.lastIndexOf(part, from) : text.indexOf(part));
  }

  private static JsonNode join(Arguments a) {
    var items = a.list(0);
    int count = items.size();
    var separator = new BoundedText(a.run()).appendPlain(a.at(1)).toString();
    var lastSeparator =
        a.count() < 3 ? separator : new BoundedText(a.run()).appendPlain(a.at(2)).toString();
    var text = new BoundedText(a.run());
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : i == count - 1 ? lastSeparator : separator);
      if (!Values.isNothing(items.get(i))) {
        text.appendPlain(items.get(i));
      }
    }
    return Values.text(text.toString());
  }

  private static JsonNode union(Arguments a) {
    var seen = new HashSet<Object>();
    var items = new ArrayList<JsonNode>();
    for (int i = 0; i < a.count(); i++) {
      a.list(i).values().stream().filter(item -> seen.add(Values.key(item))).forEach(items::add);
    }
    return list(a, items);
  }

  private static JsonNode intersection(Arguments a) {
    var items = items(a.list(0));
    for (int i = 0; i < a.count(); i++) {
      var keys = a.list(i).values().stream().map(Values::key).collect(Collectors.toSet());
      a.run().spend(keys.size());
      items.removeIf(item -> !keys.contains(Values.key(item)));
    }
    var seen = new HashSet<Object>();
    items.removeIf(item -> !seen.add(Values.key(item)));
    return list(a, items);
  }

  private static int clamp(Arguments a, int i, int max) {
    return Math.max(0, Math.min(a.integer(i), max));
  }

  private static JsonNode slice(Arguments a, int start, int end) {
    return list(a, start < end ? items(a.list(0)).subList(start, end) : List.of());
  }

  private static JsonNode take(Arguments a) {
    if (a.isText(0)) {
      return Values.text(a.string(0).substring(0, clamp(a, 1, a.string(0).length())));
    }
    return slice(a, 0, clamp(a, 1, a.list(0).size()));
  }

  private static JsonNode subArray(Arguments a) {
    int size = a.list(0).size();
    int start = a.integer(1);
    int end = a.count() == 2 ? size : a.integer(2);
    if (start < 0 || start > size || end < 0 || end > size) {
      throw new EvaluationException("subArray reaches out of a list of " + size);
    }
    return slice(a, start, end);
  }

  private static JsonNode flatten(Arguments a) {
    var depth = a.count() < 2 ? 100 : Values.isNumber(a.at(1)) ? a.number(1) : 1;
    List<JsonNode> items = items(a.list(0));
    for (int i = 0; i < Math.max(1, depth) && items.stream().anyMatch(JsonNode::isArray); i++) {
      var flat = new ArrayList<JsonNode>();
      for (var item : items) {
        a.run().spend(1L + item.size());
        flat.addAll(item.isArray() ? item.values() : List.of(item));
      }
      items = flat;
    }
    return list(a, items);
  }

  private static JsonNode reverse(Arguments a) {
    if (a.isText(0)) {
      // By UTF-16 units, so that the halves of a surrogate pair change places too.
      var units = a.string(0).chars().mapToObj(c -> (char) c).collect(Collectors.toList());
      Collections.reverse(units);
      return Values.text(units.stream().map(String::valueOf).collect(Collectors.joining()));
    }
    var items = items(a.list(0));
    Collections.reverse(items);
    return list(a, items);
  }

  private static JsonNode indicesAndValues(Arguments a) {
    var list = Values.JSON.arrayNode();
    if (a.at(0).isObject()) {
      for (var property : a.at(0).properties()) {
        a.run().spend(1);
        list.addObject().put("index", property.getKey()).set("value", property.getValue());
      }
      return list;
    }
    for (var item : a.list(0)) {
      a.run().spend(1);
      list.addObject().put("index", list.size() - 1).set("value", item);
    }
    return list;
  }

  private static JsonNode sort(Arguments a, boolean descending) {
    var items = items(a.list(0));
    a.run().spend(items.size());
    Comparator<JsonNode> byKey =
        Comparator.comparing(item -> Values.property(item, a.text(1)), ORDER);
    items.sort(a.count() == 1 ? ORDER : byKey);
    if (descending) {
      Collections.reverse(items);
    }
    return list(a, items);
  }
}
