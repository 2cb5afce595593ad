package dev.holdfast.card.template;

import static dev.holdfast.card.template.Function.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Functions of a list, a name and what to compute with that name. An object counts as the list of
 * its properties, each with a {@code key} and a {@code value}.
 */
final class LambdaFunctions {
  /**
   * Numbers before strings before the rest. Within those, as JavaScript compares them; the rest
   * keeps its order, but that false comes before true.
   */
  private static final Comparator<JsonNode> ORDER =
      Comparator.comparing((JsonNode value) -> value.isNumber() ? 0 : value.isString() ? 1 : 2)
          .thenComparing(value -> value.isNumber() ? Numbers.of(value) : 0.0)
          .thenComparing(
              value -> value.isContainer() || value.isNumber() ? "" : value.asString(""));

  private LambdaFunctions() {}

  static @Nullable Function find(String name) {
    return switch (name) {
      case "sortBy" -> Function.prepared("array", "array,any?,any?", (n, a) -> sort(a, false));
      case "sortByDescending" ->
          Function.prepared("array", "array,any?,any?", (n, a) -> sort(a, true));
      case "foreach", "select" -> form("array", "any,name,any", LambdaFunctions::foreach);
      case "where" -> form("array", "any,name,any", LambdaFunctions::where);
      case "any" -> form("boolean", "any,name,any", (a, s) -> Values.bool(isAny(true, a, s)));
      case "all" -> form("boolean", "any,name,any", (a, s) -> Values.bool(!isAny(false, a, s)));
      default -> null;
    };
  }

  /** A name and what to compute with it are more than the reference takes for sorting. */
  private static Function.Body sort(List<Expression> arguments, boolean descending) {
    var by = arguments.size() == 3 ? "name" : "string";
    if (arguments.size() > 1 && !Function.admits(Set.of(by), arguments.get(1))) {
      throw new EvaluationException("a list is sorted by the name of a property or by a lambda");
    }
    return (a, scope) -> {
      var items = keyed(a, scope);
      items.sort(Map.Entry.comparingByKey(ORDER));
      if (descending) {
        Collections.reverse(items);
      }
      return Values.list(scope.run(), items.stream().map(Map.Entry::getValue).toList());
    };
  }

  /** By a lambda, by the property that the second argument names, or by the elements themselves. */
  private static List<Map.Entry<JsonNode, JsonNode>> keyed(List<Expression> a, Scope scope) {
    var items = new ArrayList<Map.Entry<JsonNode, JsonNode>>();
    if (a.size() == 3) {
      for (var inner : scopes(a, scope.strict(), a.get(0).evaluate(scope.strict()))) {
        items.add(Map.entry(a.get(2).evaluate(inner), inner.lambda()));
      }
      return items;
    }
    var given = Arguments.of("sortBy", a, scope);
    for (var item : given.items(0)) {
      var key = a.size() == 1 ? item : Values.property(scope.run(), item, given.text(1));
      items.add(Map.entry(key, item));
    }
    return items;
  }

  private static JsonNode foreach(List<Expression> a, Scope scope) {
    var list = Values.JSON.arrayNode();
    for (var inner : scopes(a, scope, a.get(0).evaluate(scope))) {
      list.add(a.get(2).evaluate(inner));
    }
    return list;
  }

  /** Keeps an object an object. */
  private static JsonNode where(List<Expression> a, Scope scope) {
    var from = a.get(0).evaluate(scope);
    var list = Values.JSON.arrayNode();
    var object = Values.JSON.objectNode();
    for (var inner : scopes(a, scope, from)) {
      if (LogicFunctions.holds(a.get(2), inner)) {
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

  private static boolean isAny(boolean wanted, List<Expression> a, Scope scope) {
    for (var inner : scopes(a, scope, a.get(0).evaluate(scope))) {
      if (LogicFunctions.holds(a.get(2), inner) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** The scope of the lambda for each element. */
  private static List<Scope> scopes(List<Expression> a, Scope scope, JsonNode from) {
    if (!from.isContainer()) {
      throw new EvaluationException("only a list or an object has elements to go through");
    }
    scope.run().spend(from.size());
    var name = ((Path) a.get(1)).name();
    var scopes = new ArrayList<Scope>(from.size());
    if (from.isArray()) {
      from.forEach(item -> scopes.add(scope.with(name, item)));
    } else {
      from.forEachEntry(
          (key, value) ->
              scopes.add(scope.with(name, Values.pair("key", Values.text(key), value))));
    }
    return scopes;
  }
}
