package dev.holdfast.card.template;

import static dev.holdfast.card.template.Function.form;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Conditions and comparisons. They ask whether something is there, so in them a path that leads
 * nowhere is nothing rather than its own text, and an error is false rather than the end.
 */
final class LogicFunctions {
  private LogicFunctions() {}

  static @Nullable Function find(String name) {
    return switch (name) {
      case "if" ->
          form("any", "any,any,any", (a, s) -> a.get(holds(a.get(0), s) ? 1 : 2).evaluate(s));
      case "and" -> form("boolean", "any...", (a, s) -> Values.bool(!isAny(false, a, s)));
      case "or" -> form("boolean", "any...", (a, s) -> Values.bool(isAny(true, a, s)));
      case "not" -> form("boolean", "any", (a, s) -> Values.bool(!holds(a.get(0), s)));
      case "coalesce" -> form("any", "any...", LogicFunctions::coalesce);
      case "equals" -> question("any,any", a -> Values.equal(a.run(), a.at(0), a.at(1)));
      case "!=" -> question("any,any", a -> !Values.equal(a.run(), a.at(0), a.at(1)));
      case "exists" -> question("any", a -> !Values.isNothing(a.at(0)));
      case "empty" -> question("any", a -> empty(a.at(0)));
      case "bool" -> question("any", LogicFunctions::bool);
      case "less" -> order(order -> order < 0);
      case "lessOrEquals" -> order(order -> order <= 0);
      case "greater" -> order(order -> order > 0);
      case "greaterOrEquals" -> order(order -> order >= 0);
      default -> null;
    };
  }

  private static Function question(String takes, Predicate<Arguments> test) {
    return Function.prepared(
        "boolean",
        takes,
        (name, unused) ->
            (arguments, scope) -> {
              Arguments values;
              try {
                values = Arguments.of(name, arguments, scope.strict());
              } catch (EvaluationException e) {
                return Values.bool(false);
              }
              return Values.bool(test.test(values));
            });
  }

  private static Function order(IntPredicate test) {
    return question(
        "any,any",
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

  private static boolean isAny(boolean wanted, List<Expression> conditions, Scope scope) {
    for (var condition : conditions) {
      if (holds(condition, scope) == wanted) {
        return true;
      }
    }
    return false;
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
      return value instanceof BooleanNode yes ? yes.booleanValue() : !Values.isNothing(value);
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
