package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.JsonNode;

/** Arithmetic, on doubles. */
final class MathFunctions {
  private MathFunctions() {}

  static void define(Functions functions) {
    functions.define("string|number add(string|number,string|number...)", MathFunctions::add);
    functions.define("number sub(number,number...)", a -> fold(a, (x, y) -> x - y));
    functions.define("number mul(number,number...)", a -> fold(a, (x, y) -> x * y));
    functions.define("number div(number,number...)", a -> fold(a, MathFunctions::divide));
    functions.define("number ^(number,number)", a -> fold(a, Math::pow));
    functions.define("number mod(number,number)", MathFunctions::mod);
    functions.define(
        "number max(any...)", a -> reduce(numbers(a), Double.NEGATIVE_INFINITY, Math::max));
    functions.define(
        "number min(any...)", a -> reduce(numbers(a), Double.POSITIVE_INFINITY, Math::min));
    functions.define("number sum(array)", a -> Values.number(sum(a)));
    functions.define("number average(any)", a -> Values.number(sum(a) / a.list(0).size()));
    functions.define("number round(number,number?)", MathFunctions::round);
    unary(functions, "floor", Math::floor);
    unary(functions, "ceiling", Math::ceil);
    unary(functions, "abs", Math::abs);
    functions.define("array range(number,number)", MathFunctions::range);
  }

  private static void unary(Functions functions, String name, DoubleUnaryOperator operator) {
    functions.define(
        "number " + name + "(number)", a -> Values.number(operator.applyAsDouble(a.number(0))));
  }

  private static JsonNode add(Arguments a) {
    var sum = addend(a, 0);
    for (int i = 1; i < a.count(); i++) {
      var next = addend(a, i);
      if (sum.isNumber() && next.isNumber()) {
        sum = Values.number(Numbers.of(sum) + Numbers.of(next));
      } else if (sum.isNumber() && next.isMissingNode() || sum.isMissingNode() && next.isNumber()) {
        throw new EvaluationException("a number and nothing cannot be added");
      } else {
        var text = new BoundedText(a.run()).appendReadable(sum).appendReadable(next);
        sum = Values.text(text.toString());
      }
    }
    return sum;
  }

  private static JsonNode addend(Arguments a, int i) {
    var value = a.at(i);
    var fits = value.isString() || value.isMissingNode() || Values.isNumber(value);
    return fits ? value : a.fail(i, "a number or a string");
  }

  private static JsonNode fold(Arguments a, DoubleBinaryOperator operator) {
    var result = a.number(0);
    for (int i = 1; i < a.count(); i++) {
      result = operator.applyAsDouble(result, a.number(i));
    }
    return Values.number(result);
  }

  /** Whole numbers divide to a whole number, rounded down. */
  private static double divide(double one, double other) {
    if (other == 0) {
      throw new EvaluationException("a number cannot be divided by 0");
    }
    return Numbers.isWhole(one) && Numbers.isWhole(other) ? Math.floor(one / other) : one / other;
  }

  private static JsonNode mod(Arguments a) {
    a.integer(0);
    if (a.integer(1) == 0) {
      throw new EvaluationException("a number cannot be divided by 0");
    }
    return Values.number(a.number(0) % a.number(1));
  }

  /** The numbers among the arguments and in the lists among them. */
  private static List<Double> numbers(Arguments a) {
    var numbers = new ArrayList<Double>();
    for (int i = 0; i < a.count(); i++) {
      if (a.at(i).isArray()) {
        addAll(numbers, a, i);
      } else {
        numbers.add(a.number(i));
      }
    }
    return numbers;
  }

  private static void addAll(List<Double> numbers, Arguments a, int i) {
    a.run().spend(a.list(i).size());
    for (var item : a.list(i)) {
      numbers.add(Values.isNumber(item) ? Numbers.of(item) : a.fail(i, "a list of numbers"));
    }
  }

  private static JsonNode reduce(
      List<Double> numbers, double start, DoubleBinaryOperator operator) {
    var result = start;
    for (var number : numbers) {
      result = operator.applyAsDouble(result, number);
    }
    return Values.number(result);
  }

  private static double sum(Arguments a) {
    var numbers = new ArrayList<Double>();
    addAll(numbers, a, 0);
    if (numbers.isEmpty()) {
      a.fail(0, "a list of at least one number");
    }
    return numbers.stream().reduce(0.0, (x, y) -> x + y);
  }

  private static JsonNode round(Arguments a) {
    int digits = a.count() == 2 ? a.integer(1) : 0;
    if (digits < 0 || digits > 15) {
      a.fail(1, "from 0 to 15");
    }
    return Values.number(Numbers.round(a.number(0), digits));
  }

  private static JsonNode range(Arguments a) {
    a.integer(0);
    int count = a.integer(1);
    if (count <= 0) {
      a.fail(1, "more than 0");
    }
    a.run().spend(count);
    var list = Values.JSON.arrayNode(count);
    for (int i = 0; i < count; i++) {
      list.add(Values.number(a.number(0) + i));
    }
    return list;
  }
}
