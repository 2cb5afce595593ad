package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Conditions and comparisons. They ask whether something is there, so in them a path that leads
 * nowhere is nothing rather than its own text, and an error is false rather than the end.
 */
final class LogicFunctions {
  private LogicFunctions() {}

  static FunctionSignature question(String takes, Predicate<FunctionArguments> test) {
    return condition(
        takes,
        (call, scope) -> {
          FunctionArguments values;
          try {
            values = FunctionArguments.of(call, scope.strict());
          } catch (EvaluationException e) {
            return false;
          }
          return test.test(values);
        });
  }

  static FunctionSignature condition(String takes, BiPredicate<Expression.Call, Scope> test) {
    return FunctionSignature.form(
        "boolean", takes, (call, scope) -> BooleanNode.valueOf(test.test(call, scope)));
  }

  /** Below, at or above 0 as the first comes before, with or after the second; NaN for nothing. */
  static double compare(FunctionArguments a) {
    var one = a.at(0);
    var other = a.at(1);
    if (JsonValues.isNothing(one) || JsonValues.isNothing(other)) {
      return Double.NaN;
    }
    if (JsonValues.isNumber(one) && JsonValues.isNumber(other)) {
      return Double.compare(NumberFormat.of(one) + 0.0, NumberFormat.of(other) + 0.0);
    }
    if (one.isString() && other.isString()) {
      return one.stringValue().compareTo(other.stringValue());
    }
    throw new EvaluationException("only two numbers or two strings have an order");
  }

  static boolean isAny(boolean wanted, Expression.Call call, Scope scope) {
    for (var condition : call.arguments()) {
      if (holds(condition, scope) == wanted) {
        return true;
      }
    }
    return false;
  }

  static JsonNode coalesce(Expression.Call call, Scope scope) {
    for (var argument : call.arguments()) {
      var value = argument.evaluate(scope.strict());
      if (!JsonValues.isNothing(value)) {
        return value;
      }
    }
    return JsonValues.MISSING;
  }

  /** Whether the condition is true: not when it is false, nothing or an error. */
  static boolean holds(Expression condition, Scope scope) {
    try {
      var value = condition.evaluate(scope.strict());
      return value instanceof BooleanNode yes ? yes.booleanValue() : !JsonValues.isNothing(value);
    } catch (EvaluationException e) {
      return false;
    }
  }

  static boolean empty(JsonNode value) {
    return !value.isNumber() && !value.isBoolean() && ListFunctions.size(value) == 0;
  }

  static boolean bool(FunctionArguments a) {
    var text = new BoundedStringBuilder(a.run()).plain(a.at(0), 0).toString();
    return JsonValues.isNumber(a.at(0))
        ? a.number(0) != 0
        : !JsonValues.isNothing(a.at(0)) && !text.toLowerCase(Locale.ROOT).contains("false");
  }
}
