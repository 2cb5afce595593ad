package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Lists, and what works on strings and objects as on lists. None changes the list it is given. */
final class ListFunctions {

  /**
   * Numbers before strings before the rest. Within those, as JavaScript compares them; the rest
   * keeps its order, but that false comes before true.
   */
  static final Comparator<JsonNode> ORDER =
      Comparator.comparing((JsonNode value) -> value.isNumber() ? 0 : value.isString() ? 1 : 2)
          .thenComparing(value -> value.isNumber() ? Numbers.of(value) : 0.0)
          .thenComparing(
              value -> value.isContainer() || value.isNumber() ? "" : value.asString(""));

  private ListFunctions() {}

  static void define(Functions functions) {
    functions.number("count(string|array)", ListFunctions::count);
    functions.test("contains(any,any)", ListFunctions::contains);
    functions.define("any first(any)", a -> Values.element(listOrText(a), 0));
    functions.define(
        "any last(any)", a -> Values.element(listOrText(a), size(listOrText(a)) - 1.0));
    functions.number("indexOf(string|array,any)", a -> indexOf(a, false));
    functions.number("lastIndexOf(string|array,any)", a -> indexOf(a, true));
    functions.text("join(array,string,string?)", ListFunctions::join);
    functions.list("createArray(any?...)", a -> List.of(a.values()));
    functions.list("union(array...)", a -> distinct(a, false));
    functions.list("intersection(array...)", a -> distinct(a, true));
    functions.list("unique(array)", a -> distinct(a, false));
    functions.list("skip(array,number)", a -> slice(a, clamp(a, size(a.list(0))), size(a.list(0))));
    functions.define("array|string take(array|string,number)", ListFunctions::take);
    functions.list("subArray(array,number,number?)", ListFunctions::subArray);
    functions.list("flatten(array,number?)", ListFunctions::flatten);
    functions.define("string|array reverse(string|array)", ListFunctions::reverse);
    functions.list("indicesAndValues(any)", ListFunctions::indicesAndValues);
  }

  private static List<JsonNode> items(Arguments a, int i) {
    a.run().spend(a.list(i).size());
    return new ArrayList<>(a.list(i).values());
  }

  private static JsonNode listOrText(Arguments a) {
    return a.at(0).isArray() || a.isText(0) ? a.at(0) : Values.text("");
  }

  private static int size(JsonNode value) {
    return value.isString() ? value.stringValue().length() : value.size();
  }

  private static double count(Arguments a) {
    return a.isText(0) || a.at(0).isContainer() ? size(a.at(0)) : a.fail(0, "a list or a string");
  }

  private static boolean contains(Arguments a) {
    if (a.at(0).isArray()) {
      return a.at(0).valueStream().anyMatch(item -> Values.equal(a.run(), item, a.at(1)));
    }
    if (a.isText(0) && a.isText(1)) {
      a.run().spendOnSearch(a.string(0), a.string(1));
      return a.string(0).contains(a.string(1));
    }
    return a.isText(1) && !Values.property(a.run(), a.at(0), a.string(1)).isMissingNode();
  }

  private static double indexOf(Arguments a, boolean last) {
    if (a.at(0).isArray()) {
      var keys = items(a, 0).stream().map(Values::key).toList();
      return last ? keys.lastIndexOf(Values.key(a.at(1))) : keys.indexOf(Values.key(a.at(1)));
    }
    var text = Values.isNothing(a.at(0)) ? "" : a.string(0);
    a.run().spendOnSearch(text, a.text(1));
    // lastIndexOf starts at the last character, so that even "" is not found behind it.
    int from = Math.max(0, text.length() - 1);
    return last ? text.lastIndexOf(a.text(1), from) : text.indexOf(a.text(1));
  }

  private static String join(Arguments a) {
    int last = a.list(0).size() - 1;
    var text = new BoundedText(a.run());
    for (int i = 0; i <= last; i++) {
      text.plain(i == 0 ? Values.text("") : i == last && a.count() == 3 ? a.at(2) : a.at(1));
      text.plain(Values.isNothing(a.list(0).get(i)) ? Values.text("") : a.list(0).get(i));
    }
    return text.toString();
  }

  /** What is in any of the lists, or in all of them, each once and in the order of the first. */
  private static List<JsonNode> distinct(Arguments a, boolean inAll) {
    var items = new LinkedHashMap<Object, JsonNode>();
    for (int i = 0; i < a.count(); i++) {
      items(a, i).forEach(item -> items.putIfAbsent(Values.key(item), item));
    }
    for (int i = 0; inAll && i < a.count(); i++) {
      items.keySet().retainAll(items(a, i).stream().map(Values::key).collect(Collectors.toSet()));
    }
    return List.copyOf(items.values());
  }

  private static int clamp(Arguments a, int max) {
    return Math.max(0, Math.min(a.integer(1), max));
  }

  private static List<JsonNode> slice(Arguments a, int start, int end) {
    return start < end ? items(a, 0).subList(start, end) : List.of();
  }

  private static JsonNode take(Arguments a) {
    return a.isText(0)
        ? Values.text(a.string(0).substring(0, clamp(a, a.string(0).length())))
        : Values.list(a.run(), slice(a, 0, clamp(a, a.list(0).size())));
  }

  private static List<JsonNode> subArray(Arguments a) {
    int size = a.list(0).size();
    int start = a.integer(1);
    int end = a.count() == 2 ? size : a.integer(2);
    var within = start >= 0 && start <= size && end >= 0 && end <= size;
    return within ? slice(a, start, end) : a.fail(1, "within a list of " + size);
  }

  private static List<JsonNode> flatten(Arguments a) {
    var depth = a.count() < 2 ? 100 : Values.isNumber(a.at(1)) ? a.number(1) : 1;
    var items = items(a, 0);
    for (int i = 0; i < Math.max(1, depth) && items.stream().anyMatch(JsonNode::isArray); i++) {
      var flat = new ArrayList<JsonNode>();
      for (var item : items) {
        a.run().spend(1L + item.size());
        flat.addAll(item.isArray() ? item.values() : List.of(item));
      }
      items = flat;
    }
    return items;
  }

  private static JsonNode reverse(Arguments a) {
    if (a.isText(0)) {
      return Values.text(new StringBuilder(a.string(0)).reverse().toString());
    }
    var items = items(a, 0);
    Collections.reverse(items);
    return Values.list(a.run(), items);
  }

  private static List<JsonNode> indicesAndValues(Arguments a) {
    var pairs = new ArrayList<JsonNode>();
    if (a.at(0).isObject()) {
      a.at(0).forEachEntry((name, value) -> pairs.add(pair(a, Values.text(name), value)));
    } else {
      a.list(0).forEach(item -> pairs.add(pair(a, Values.number(pairs.size()), item)));
    }
    return pairs;
  }

  private static JsonNode pair(Arguments a, JsonNode index, JsonNode value) {
    a.run().spend(1);
    return Values.JSON.objectNode().set("index", index).set("value", value);
  }

  /** By the elements themselves, or by their property that the second argument names. */
  static List<JsonNode> sorted(Arguments a) {
    var items = items(a, 0);
    Comparator<JsonNode> byKey =
        Comparator.comparing(v -> Values.property(a.run(), v, a.text(1)), ORDER);
    items.sort(a.count() == 1 ? ORDER : byKey);
    return items;
  }
}
