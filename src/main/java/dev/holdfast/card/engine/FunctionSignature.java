package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * What a function or an operator takes and gives, and what computes it. The types are known before
 * there is data, to catch {@code toUpper(5)} when the template is loaded.
 *
 * @param returns any of {@code boolean number string array} with bars between them, or {@code any}
 * @param takes the same for each parameter; a {@code name} is one that a lambda gives its argument
 * @param maker makes the body for one call in a template, once, with what its arguments prepare
 */
record FunctionSignature(
    String returns,
    List<String> takes,
    int least,
    int most,
    Function<List<Expression>, Body> maker) {

  static final String ANY = "any";

  /** Computes a call from its unevaluated arguments, of which it may leave some alone. */
  interface Body {
    JsonNode of(Expression.Call call, Scope scope);
  }

  /**
   * A function that prepares each call when the template is loaded.
   *
   * @param takes types with commas between them: {@code ?} marks what may be left out, {@code ...}
   *     what may come again
   */
  static FunctionSignature prepared(
      String returns, String takes, Function<List<Expression>, Body> maker) {
    var types = takes.isEmpty() ? List.<String>of() : List.of(takes.split(","));
    int least = (int) types.stream().filter(type -> !type.contains("?")).count();
    int most = takes.endsWith("...") ? Integer.MAX_VALUE : types.size();
    var stripped = types.stream().map(type -> type.replaceAll("[?.]", "")).toList();
    return new FunctionSignature(returns, stripped, least, most, maker);
  }

  /** A function that evaluates its arguments itself. */
  static FunctionSignature form(String returns, String takes, Body body) {
    return prepared(returns, takes, arguments -> body);
  }

  static FunctionSignature value(
      String returns, String takes, Function<FunctionArguments, JsonNode> body) {
    return form(returns, takes, (call, scope) -> body.apply(FunctionArguments.of(call, scope)));
  }

  static FunctionSignature text(String takes, Function<FunctionArguments, String> body) {
    return value("string", takes, a -> JsonValues.text(body.apply(a)));
  }

  static FunctionSignature number(String takes, ToDoubleFunction<FunctionArguments> body) {
    return value("number", takes, a -> JsonValues.number(body.applyAsDouble(a)));
  }

  static FunctionSignature test(String takes, Predicate<FunctionArguments> body) {
    return value("boolean", takes, a -> BooleanNode.valueOf(body.test(a)));
  }

  static FunctionSignature list(String takes, Function<FunctionArguments, List<JsonNode>> body) {
    return value("array", takes, a -> JsonValues.list(a.run(), body.apply(a)));
  }

  /**
   * A call of this function by that name.
   *
   * @throws EvaluationException if it cannot be called so, whatever the data
   */
  Expression.Call call(String name, List<Expression> arguments) {
    int count = arguments.size();
    if (count < least || count > most) {
      var upTo = most == least ? "" : most == Integer.MAX_VALUE ? " or more" : " to " + most;
      var noun = most == 1 ? " argument, not " : " arguments, not ";
      throw new EvaluationException(name + " takes " + least + upTo + noun + count);
    }
    for (int i = 0; i < count; i++) {
      var types = takes.get(Math.min(i, takes.size() - 1));
      if (!admits(types, arguments.get(i))) {
        var expected = types.replace("|", " or ");
        throw new EvaluationException(
            "argument " + (i + 1) + " of " + name + " must be " + expected);
      }
    }
    return new Expression.Call(
        name, returns, maker.apply(arguments), arguments.toArray(Expression[]::new));
  }

  /** Whether the expression may have a value of one of these types. */
  static boolean admits(String types, Expression expression) {
    return types.equals("name")
        ? expression instanceof PropertyPath path && path.isName()
        : types.equals(ANY)
            || expression.type().equals(ANY)
            || Arrays.stream(types.split("\\|")).anyMatch(expression.type()::contains);
  }
}
