package dev.holdfast.card.template;

import static dev.holdfast.card.template.Function.list;
import static dev.holdfast.card.template.Function.number;
import static dev.holdfast.card.template.Function.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lists, and what works on strings and objects as on lists. None changes the list it is given. */
final class ListFunctions {
  private ListFunctions() {}

  static @Nullable Function find(String name) {
    return switch (name) {
      case "count" -> number("string|array", ListFunctions::count);
      case "contains" -> Function.test("any,any", ListFunctions::contains);
      case "first" -> value("any", "any", a -> Values.element(listOrText(a), 0));
      case "last" -> value("any", "any", a -> Values.element(listOrText(a), size(a.at(0)) - 1.0));
      case "indexOf" -> number("string|array,any", a -> indexOf(a, false));
      case "lastIndexOf" -> number("string|array,any", a -> indexOf(a, true));
      case "join" -> Function.text("array,string,string?", ListFunctions::join);
      case "createArray" -> list("any?...", a -> List.of(a.values()));
      case "union" -> list("array...", a -> distinct(a, false));
      case "intersection" -> list("array...", a -> distinct(a, true));
      case "unique" -> list("array", a -> distinct(a, false));
      case "skip" -> list("array,number", a -> slice(a, clamp(a, size(a.list(0))), size(a.at(0))));
      case "take" -> value("array|string", "array|string,number", ListFunctions::take);
      case "subArray" -> list("array,number,number?", ListFunctions::subArray);
      case "flatten" -> list("array,number?", ListFunctions::flatten);
      case "reverse" -> value("string|array", "string|array", ListFunctions::reverse);
      case "indicesAndValues" -> list("any", ListFunctions::indicesAndValues);
      default -> null;
    };
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
      var keys = a.items(0).stream().map(Values::key).toList();
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
      text.item(i == 0 ? Values.NULL : i == last && a.count() == 3 ? a.at(2) : a.at(1));
      text.item(a.list(0).get(i));
    }
    return text.toString();
  }

  /** What is in any of the lists, or in all of them, each once and in the order of the first. */
  private static List<JsonNode> distinct(Arguments a, boolean inAll) {
    var items = new LinkedHashMap<Object, JsonNode>();
    for (int i = 0; i < a.count(); i++) {
      a.items(i).forEach(item -> items.putIfAbsent(Values.key(item), item));
    }
    for (int i = 0; inAll && i < a.count(); i++) {
      items.keySet().retainAll(a.items(i).stream().map(Values::key).collect(Collectors.toSet()));
    }
    return List.copyOf(items.values());
  }

  private static int clamp(Arguments a, int max) {
    return Math.max(0, Math.min(a.integer(1), max));
  }

  private static List<JsonNode> slice(Arguments a, int start, int end) {
    return start < end ? a.items(0).subList(start, end) : List.of();
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
    var items = a.items(0);
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
    var items = a.items(0);
    Collections.reverse(items);
    return Values.list(a.run(), items);
  }

  private static List<JsonNode> indicesAndValues(Arguments a) {
    a.run().spend(a.at(0).size());
    var pairs = new ArrayList<JsonNode>();
    if (a.at(0).isObject()) {
      a.at(0).forEachEntry((key, item) -> pairs.add(Values.pair("index", Values.text(key), item)));
    } else {
      a.list(0).forEach(i -> pairs.add(Values.pair("index", Values.number(pairs.size()), i)));
    }
    return pairs;
  }
}
