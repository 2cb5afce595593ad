package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Functions of a list, a name and what to compute with that name. An object counts as the list of
 * its properties, each with a {@code key} and a {@code value}.
 */
final class LambdaFunctions {
  private LambdaFunctions() {}

  static void define(Functions functions) {
    functions.definePrepared("array sortBy(array,any?,any?)", a -> prepareSort(a, false));
    functions.definePrepared("array sortByDescending(array,any?,any?)", a -> prepareSort(a, true));
    functions.defineForm("array foreach(any,name,any)", LambdaFunctions::foreach);
    functions.defineForm("array select(any,name,any)", LambdaFunctions::foreach);
    functions.defineForm("array where(any,name,any)", LambdaFunctions::where);
    functions.defineForm(
        "boolean any(any,name,any)",
        (a, scope) -> Values.bool(scopes(a, scope).stream().anyMatch(holds(a))));
    functions.defineForm(
        "boolean all(any,name,any)",
        (a, scope) -> Values.bool(scopes(a, scope).stream().allMatch(holds(a))));
  }

  /** A name and what to compute with it are more than the reference takes for sorting. */
  private static Function.Body prepareSort(List<Expression> arguments, boolean descending) {
    var lambda = arguments.size() == 3;
    if (arguments.size() > 1 && !Types.parse(lambda ? "name" : "string").admit(arguments.get(1))) {
      throw new EvaluationException("a list is sorted by the name of a property or by a lambda");
    }
    return (a, scope) -> {
      var items =
          lambda ? sorted(a, scope) : ListFunctions.sorted(Arguments.of("sortBy", a, scope));
      if (descending) {
        Collections.reverse(items);
      }
      return Values.list(scope.run(), items);
    };
  }

  private static List<JsonNode> sorted(List<Expression> a, Scope scope) {
    var keyed = new ArrayList<Map.Entry<JsonNode, JsonNode>>();
    for (var inner : scopes(a, scope.strict())) {
      keyed.add(Map.entry(a.get(2).evaluate(inner), inner.locals().value()));
    }
    keyed.sort(Map.Entry.comparingByKey(ListFunctions.ORDER));
    return new ArrayList<>(keyed.stream().map(Map.Entry::getValue).toList());
  }

  private static Predicate<Scope> holds(List<Expression> a) {
    return scope -> LogicFunctions.holds(a.get(2), scope);
  }

  private static JsonNode foreach(List<Expression> a, Scope scope) {
    var list = Values.JSON.arrayNode();
    scopes(a, scope).forEach(inner -> list.add(a.get(2).evaluate(inner)));
    return list;
  }

  /** Keeps an object an object. */
  private static JsonNode where(List<Expression> a, Scope scope) {
    var from = a.get(0).evaluate(scope);
    var kept = scopes(a, scope, from).stream().filter(holds(a)).map(s -> s.locals().value());
    if (from.isArray()) {
      return Values.JSON.arrayNode().addAll(kept.toList());
    }
    var object = Values.JSON.objectNode();
    kept.forEach(entry -> object.set(entry.get("key").stringValue(), entry.get("value")));
    return object;
  }

  private static List<Scope> scopes(List<Expression> a, Scope scope) {
    return scopes(a, scope, a.get(0).evaluate(scope));
  }

  /** The scope of the lambda for each element. */
  private static List<Scope> scopes(List<Expression> a, Scope scope, JsonNode from) {
    if (!from.isContainer()) {
      throw new EvaluationException("only a list or an object has elements to go through");
    }
    scope.run().spend(from.size());
    var name = ((Path) a.get(1)).steps().get(0).evaluate(scope).stringValue();
    var scopes = new ArrayList<Scope>(from.size());
    if (from.isArray()) {
      from.forEach(item -> scopes.add(scope.with(name, item)));
    }
    for (var property : from.properties()) {
      var entry = Values.JSON.objectNode().put("key", property.getKey());
      scopes.add(scope.with(name, entry.set("value", property.getValue())));
    }
    return scopes;
  }
}
