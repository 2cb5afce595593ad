package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Functions of a list, a name and what to compute with that name. An object counts as the list of
 * its properties, each with a {@code key} and a {@code value}.
 */
final class LambdaFunctions {
  /**
   * Nothing before numbers before strings before the rest. Within those, as JavaScript compares
   * them; the rest keeps its order, but that false comes before true.
   */
  private static final Comparator<JsonNode> ORDER =
      Comparator.comparing(LambdaFunctions::rank)
          .thenComparing(value -> value.isNumber() ? NumberFormat.of(value) : 0.0)
          .thenComparing(value -> value.isString() || value.isBoolean() ? value.asString("") : "");

  private LambdaFunctions() {}

  private static int rank(JsonNode value) {
    return JsonValues.isNothing(value) ? 0 : value.isNumber() ? 1 : value.isString() ? 2 : 3;
  }

  /** A name and what to compute with it are more than the reference takes for sorting. */
  static FunctionSignature.Body sort(List<Expression> arguments, boolean descending) {
    var by = arguments.size() == 3 ? "name" : "string";
    if (arguments.size() > 1 && !FunctionSignature.admits(by, arguments.get(1))) {
      throw new EvaluationException("a list is sorted by the name of a property or by a lambda");
    }
    return (call, scope) -> {
      var items = keyed(call, scope);
      items.sort(Map.Entry.comparingByKey(ORDER));
      if (descending) {
        Collections.reverse(items);
      }
      return JsonValues.list(scope.run(), items.stream().map(Map.Entry::getValue).toList());
    };
  }

  /** By a lambda, by the property that the second argument names, or by the elements themselves. */
  private static List<Map.Entry<JsonNode, JsonNode>> keyed(Expression.Call call, Scope scope) {
    var items = new ArrayList<Map.Entry<JsonNode, JsonNode>>();
    if (call.arguments().length == 3) {
      for (var inner : scopes(call, scope.strict(), call.at(0).evaluate(scope.strict()))) {
        items.add(Map.entry(call.at(2).evaluate(inner), inner.lambda()));
      }
      return items;
    }
    var a = FunctionArguments.of(call, scope);
    for (var item : a.items(0)) {
      var key = a.count() == 1 ? own(a, item) : JsonValues.property(scope.run(), item, a.text(1));
      items.add(Map.entry(key, item));
    }
    return items;
  }

  /** What an element is sorted by itself: the text that JavaScript has for it, or the number. */
  private static JsonNode own(FunctionArguments a, JsonNode item) {
    return item.isNumber() || item.isString()
        ? item
        : JsonValues.text(new BoundedStringBuilder(a.run()).plain(item, 0).toString());
  }

  static JsonNode foreach(Expression.Call call, Scope scope) {
    var list = JsonValues.JSON.arrayNode();
    for (var inner : scopes(call, scope, call.at(0).evaluate(scope))) {
      list.add(call.at(2).evaluate(inner));
    }
    return list;
  }

  static boolean isAny(boolean wanted, Expression.Call call, Scope scope) {
    for (var inner : scopes(call, scope.strict(), call.at(0).evaluate(scope))) {
      if (LogicFunctions.holds(call.at(2), inner) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Keeps an object an object. */
  static JsonNode where(Expression.Call call, Scope scope) {
    var from = call.at(0).evaluate(scope);
    var list = JsonValues.JSON.arrayNode();
    var object = JsonValues.JSON.objectNode();
    for (var inner : scopes(call, scope.strict(), from)) {
      if (LogicFunctions.holds(call.at(2), inner)) {
        var item = inner.lambda();
        if (from.isArray()) {
          list.add(item);
        } else {
          object.set(item.get("key").stringValue(), item.get("value"));
        }
      }
    }
    return from.isArray() ? list : object;
  }

  /** The scope of the lambda for each element; a list, because streams would nest on the stack. */
  private static List<Scope> scopes(Expression.Call call, Scope scope, JsonNode from) {
    if (!from.isContainer()) {
      throw new EvaluationException("only a list or an object has elements to go through");
    }
    scope.run().spend(from.size());
    var name = ((PropertyPath) call.at(1)).name();
    var items = from.isArray() ? from.values() : JsonValues.pairs("key", from);
    return items.stream().map(item -> scope.with(name, JsonValues.plain(item))).toList();
  }
}
