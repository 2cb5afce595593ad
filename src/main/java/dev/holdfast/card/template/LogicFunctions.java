package dev.holdfast.card.template;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Conditions and comparisons. They ask whether something is there, so in them a path that leads
 * nowhere is nothing rather than its own text, and an error is false rather than the end.
 */
final class LogicFunctions {
  private LogicFunctions() {}

  static void define(Functions functions) {
    functions.defineForm(
        "any if(any,any,any)", (a, scope) -> a.get(holds(a.get(0), scope) ? 1 : 2).evaluate(scope));
    functions.defineForm(
        "boolean and(any...)", (a, s) -> Values.bool(a.stream().allMatch(each -> holds(each, s))));
    functions.defineForm(
        "boolean or(any...)", (a, s) -> Values.bool(a.stream().anyMatch(each -> holds(each, s))));
    functions.defineForm("boolean not(any)", (a, s) -> Values.bool(!holds(a.get(0), s)));
    functions.defineForm("any coalesce(any...)", LogicFunctions::coalesce);

    question(functions, "equals(any,any)", a -> Values.equal(a.run(), a.at(0), a.at(1)));
    question(functions, "!=(any,any)", a -> !Values.equal(a.run(), a.at(0), a.at(1)));
    question(functions, "exists(any)", a -> !Values.isNothing(a.at(0)));
    question(functions, "empty(any)", a -> empty(a.at(0)));
    question(functions, "bool(any)", LogicFunctions::bool);
    order(functions, "less", order -> order < 0);
    order(functions, "lessOrEquals", order -> order <= 0);
    order(functions, "greater", order -> order > 0);
    order(functions, "greaterOrEquals", order -> order >= 0);
  }

  private static void question(Functions functions, String declaration, Predicate<Arguments> test) {
    functions.defineForm(
        "boolean " + declaration,
        (arguments, scope) -> {
          Arguments values;
          try {
            values = Arguments.of(declaration, arguments, scope.strict());
          } catch (EvaluationException e) {
            return Values.bool(false);
          }
          return Values.bool(test.test(values));
        });
  }

  private static void order(Functions functions, String name, IntPredicate test) {
    question(
        functions,
        name + "(any,any)",
        a ->
            !Values.isNothing(a.at(0))
                && !Values.isNothing(a.at(1))
                && test.test(compare(a.at(0), a.at(1))));
  }

  private static int compare(JsonNode one, JsonNode other) {
    if (Values.isNumber(one) && Values.isNumber(other)) {
      return Double.compare(Numbers.of(one) + 0.0, Numbers.of(other) + 0.0);
    }
    if (one.isString() && other.isString()) {
      return one.stringValue().compareTo(other.stringValue());
    }
    throw new EvaluationException("only two numbers or two strings have an order");
  }

  private static JsonNode coalesce(List<Expression> arguments, Scope scope) {
    for (var argument : arguments) {
      var value = argument.evaluate(scope.strict());
      if (!Values.isNothing(value)) {
        return value;
      }
    }
    return Values.MISSING;
  }

  /** Whether the condition is true: not when it is false, nothing or an error. */
  static boolean holds(Expression condition, Scope scope) {
    try {
      var value = condition.evaluate(scope.strict());
      return value.isBoolean() ? value.booleanValue() : !Values.isNothing(value);
    } catch (EvaluationException e) {
      return false;
    }
  }

  private static boolean empty(JsonNode value) {
    return value.isString()
        ? value.stringValue().isEmpty()
        : value.isContainer() ? value.isEmpty() : Values.isNothing(value);
  }

  private static boolean bool(Arguments a) {
    if (Values.isNumber(a.at(0))) {
      return a.number(0) != 0;
    }
    var text = new BoundedText(a.run()).plain(a.at(0)).toString();
    return !Values.isNothing(a.at(0)) && !text.toLowerCase(Locale.ROOT).contains("false");
  }
}
