package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Functions of a list, a name and what to compute with that name. An object counts as the list of
 * its properties, each with a {@code key} and a {@code value}.
 */
final class LambdaFunctions {
  private LambdaFunctions() {}

  static void define(Functions functions) {
    functions.defineForm("array foreach(any,lambda,any)", LambdaFunctions::foreach);
    functions.defineForm("array select(any,lambda,any)", LambdaFunctions::foreach);
    functions.defineForm("array where(any,lambda,any)", LambdaFunctions::where);
    functions.defineForm(
        "boolean any(any,lambda,any)",
        (a, scope) ->
            Values.bool(inner(a, scope).stream().anyMatch(s -> LogicFunctions.holds(a.get(2), s))));
    functions.defineForm(
        "boolean all(any,lambda,any)",
        (a, scope) ->
            Values.bool(inner(a, scope).stream().allMatch(s -> LogicFunctions.holds(a.get(2), s))));
  }

  private static JsonNode foreach(List<Expression> a, Scope scope) {
    var list = Values.JSON.arrayNode();
    inner(a, scope).forEach(inner -> list.add(a.get(2).evaluate(inner)));
    return list;
  }

  private static JsonNode where(List<Expression> a, Scope scope) {
    var value = a.get(0).evaluate(scope);
    var kept = new ArrayList<JsonNode>();
    for (var inner : inner(a, scope, value)) {
      if (LogicFunctions.holds(a.get(2), inner)) {
        kept.add(inner.locals().value());
      }
    }
    if (value.isArray()) {
      return Values.JSON.arrayNode().addAll(kept);
    }
    var object = Values.JSON.objectNode();
    kept.forEach(entry -> object.set(entry.get("key").stringValue(), entry.get("value")));
    return object;
  }

  private static List<Scope> inner(List<Expression> a, Scope scope) {
    return inner(a, scope, a.get(0).evaluate(scope));
  }

  /** The scope of the lambda for each element. */
  private static List<Scope> inner(List<Expression> a, Scope scope, JsonNode value) {
    if (!value.isContainer()) {
      throw new EvaluationException("only a list or an object has elements to go through");
    }
    scope.run().spend(value.size());
    var name = ((Path) a.get(1)).steps().get(0).evaluate(scope).stringValue();
    var inner = new ArrayList<Scope>(value.size());
    if (value.isArray()) {
      value.forEach(item -> inner.add(scope.with(name, item)));
    } else {
      for (var property : value.properties()) {
        var entry = Values.JSON.objectNode().put("key", property.getKey());
        inner.add(scope.with(name, entry.set("value", property.getValue())));
      }
    }
    return inner;
  }
}
