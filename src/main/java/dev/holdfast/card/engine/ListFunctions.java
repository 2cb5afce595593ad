package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;

/** Lists, and what works on strings and objects as on lists. None changes the list it is given. */
final class ListFunctions {
  private ListFunctions() {}

  static JsonNode element(FunctionArguments a, double index) {
    return a.at(0).isArray() || a.isText(0)
        ? JsonValues.element(a.at(0), index)
        : JsonValues.MISSING;
  }

  static int size(JsonNode value) {
    return value.isString() ? value.stringValue().length() : value.size();
  }

  static double count(FunctionArguments a) {
    if (a.at(0) instanceof BinaryNode bytes) {
      return bytes.binaryValue().length;
    }
    return a.isText(0) || a.at(0).isContainer() ? size(a.at(0)) : a.fail(0, "a list or a string");
  }

  /** An argument without a value is contained in nothing, and contains nothing. */
  static boolean contains(Expression.Call call, Scope scope) {
    FunctionArguments arguments;
    try {
      arguments = FunctionArguments.of(call, scope);
    } catch (EvaluationException e) {
      return false;
    }
    return contains(arguments);
  }

  private static boolean contains(FunctionArguments a) {
    if (a.at(0).isArray()) {
      return a.items(0).stream().anyMatch(item -> JsonValues.equal(a.run(), item, a.at(1), 0));
    }
    if (a.isText(0) && a.isText(1)) {
      a.run().spendOnSearch(a.string(0), a.string(1));
      return a.string(0).contains(a.string(1));
    }
    return a.isText(1) && !JsonValues.property(a.run(), a.at(0), a.string(1)).isMissingNode();
  }

  static double indexOf(FunctionArguments a, boolean last) {
    if (a.at(0).isArray()) {
      var keys = a.items(0).stream().map(JsonValues::key).toList();
      return last
          ? keys.lastIndexOf(JsonValues.key(a.at(1)))
          : keys.indexOf(JsonValues.key(a.at(1)));
    }
    var text = JsonValues.isNothing(a.at(0)) ? "" : a.string(0);
    a.run().spendOnSearch(text, a.text(1));
    // lastIndexOf starts at the last character, so that even "" is not found behind it.
    int from = Math.max(0, text.length() - 1);
    return last ? text.lastIndexOf(a.text(1), from) : text.indexOf(a.text(1));
  }

  static String join(FunctionArguments a) {
    int last = a.list(0).size() - 1;
    var text = new BoundedStringBuilder(a.run());
    for (int i = 0; i <= last; i++) {
      text.item(i == 0 ? JsonValues.NULL : i == last && a.count() == 3 ? a.at(2) : a.at(1), 0);
      text.item(a.list(0).get(i), 0);
    }
    return text.toString();
  }

  /** What is in any of the lists, or in all of them, each once and in the order of the first. */
  static List<JsonNode> distinct(FunctionArguments a, boolean inAll) {
    var items = new LinkedHashMap<Object, JsonNode>();
    for (int i = 0; i < a.count(); i++) {
      a.items(i).forEach(item -> items.putIfAbsent(JsonValues.key(item), item));
    }
    for (int i = 0; inAll && i < a.count(); i++) {
      items
          .keySet()
          .retainAll(a.items(i).stream().map(JsonValues::key).collect(Collectors.toSet()));
    }
    return List.copyOf(items.values());
  }

  private static int clamp(FunctionArguments a, int max) {
    return Math.max(0, Math.min(a.integer(1), max));
  }

  private static List<JsonNode> slice(FunctionArguments a, int start, int end) {
    return start < end ? a.items(0).subList(start, end) : List.of();
  }

  static List<JsonNode> skip(FunctionArguments a) {
    return slice(a, clamp(a, a.list(0).size()), a.list(0).size());
  }

  static JsonNode take(FunctionArguments a) {
    return a.isText(0)
        ? JsonValues.text(a.string(0).substring(0, clamp(a, a.string(0).length())))
        : JsonValues.list(a.run(), slice(a, 0, clamp(a, a.list(0).size())));
  }

  static List<JsonNode> subArray(FunctionArguments a) {
    int size = a.list(0).size();
    int start = a.integer(1);
    int end = a.count() == 2 ? size : a.integer(2);
    var within = start >= 0 && start <= size && end >= 0 && end <= size;
    return within ? slice(a, start, end) : a.fail(1, "within a list of " + size);
  }

  static List<JsonNode> flatten(FunctionArguments a) {
    var depth = a.count() < 2 ? 100 : JsonValues.isNumber(a.at(1)) ? a.number(1) : 1;
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

  static JsonNode reverse(FunctionArguments a) {
    if (a.isText(0)) {
      return JsonValues.text(new StringBuilder(a.string(0)).reverse().toString());
    }
    var items = a.items(0);
    Collections.reverse(items);
    return JsonValues.list(a.run(), items);
  }

  static List<JsonNode> indicesAndValues(FunctionArguments a) {
    a.run().spend(a.at(0).size());
    if (a.at(0).isObject()) {
      return JsonValues.pairs("index", a.at(0));
    }
    var items = a.list(0);
    return IntStream.range(0, items.size())
        .mapToObj(
            i -> JsonValues.pair("index", JsonValues.number(i), JsonValues.plain(items.get(i))))
        .toList();
  }
}
