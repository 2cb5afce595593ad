package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /** A name and what to compute with it are more than the reference takes for sorting. */
  static Signature.Body sort(List<Expression> arguments, boolean descending) {
    var by = arguments.size() == 3 ? "name" : "string";
    if (arguments.size() > 1 && !Signature.admits(by, arguments.get(1))) {
      throw new EvaluationException("a list is sorted by the name of a property or by a lambda");
    }
    return (call, scope) -> {
      var items = new ArrayList<>(keyed(call, scope).toList());
      items.sort(Map.Entry.comparingByKey(ORDER));
      if (descending) {
        Collections.reverse(items);
      }
      return Values.list(scope.run(), items.stream().map(Map.Entry::getValue).toList());
    };
  }

  /** By a lambda, by the property that the second argument names, or by the elements themselves. */
  private static Stream<Map.Entry<JsonNode, JsonNode>> keyed(Expression.Call call, Scope scope) {
    if (call.arguments().size() == 3) {
      return scopes(call, scope.strict())
          .map(in -> Map.entry(call.at(2).evaluate(in), in.lambda()));
    }
    var a = Arguments.of(call, scope);
    var run = a.run();
    return a.items(0).stream()
        .map(
            item -> Map.entry(a.count() == 1 ? item : Values.property(run, item, a.text(1)), item));
  }

  static JsonNode foreach(Expression.Call call, Scope scope) {
    return Values.JSON.arrayNode().addAll(scopes(call, scope).map(call.at(2)::evaluate).toList());
  }

  /** Keeps an object an object. */
  static JsonNode where(Expression.Call call, Scope scope) {
    var from = call.at(0).evaluate(scope);
    var kept =
        scopes(call, scope.strict(), from)
            .filter(in -> LogicFunctions.holds(call.at(2), in))
            .map(Scope::lambda)
            .toList();
    if (from.isArray()) {
      return Values.JSON.arrayNode().addAll(kept);
    }
    var object = Values.JSON.objectNode();
    kept.forEach(item -> object.set(item.get("key").stringValue(), item.get("value")));
    return object;
  }

  /** The scope of the lambda for each element. */
  static Stream<Scope> scopes(Expression.Call call, Scope scope) {
    return scopes(call, scope, call.at(0).evaluate(scope));
  }

  private static Stream<Scope> scopes(Expression.Call call, Scope scope, JsonNode from) {
    if (!from.isContainer()) {
      throw new EvaluationException("only a list or an object has elements to go through");
    }
    scope.run().spend(from.size());
    var name = ((Path) call.at(1)).name();
    var items = from.isArray() ? from.values() : Values.pairs("key", from);
    return items.stream().map(item -> scope.with(name, item));
  }
}
