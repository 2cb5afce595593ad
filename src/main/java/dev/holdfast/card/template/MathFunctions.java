package dev.holdfast.card.template;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Arithmetic, on doubles. */
final class MathFunctions {
  private MathFunctions() {}

  static void define(Functions functions) {
    functions.define("string|number add(string|number,string|number...)", MathFunctions::add);
    functions.number("sub(number,number...)", a -> fold(a, (x, y) -> x - y));
    functions.number("mul(number,number...)", a -> fold(a, (x, y) -> x * y));
    functions.number("div(number,number...)", a -> fold(a, MathFunctions::divide));
    functions.number("^(number,number)", a -> fold(a, Math::pow));
    functions.number("mod(number,number)", MathFunctions::mod);
    functions.number("max(any...)", a -> all(a).reduce(Double.NEGATIVE_INFINITY, Math::max));
    functions.number("min(any...)", a -> all(a).reduce(Double.POSITIVE_INFINITY, Math::min));
    functions.number("sum(array)", MathFunctions::sum);
    functions.number("average(any)", a -> sum(a) / a.list(0).size());
    functions.number("round(number,number?)", MathFunctions::round);
    functions.number("floor(number)", a -> Math.floor(a.number(0)));
    functions.number("ceiling(number)", a -> Math.ceil(a.number(0)));
    functions.number("abs(number)", a -> Math.abs(a.number(0)));
    functions.define("array range(number,number)", MathFunctions::range);
  }

  /** A sum of numbers, or text as soon as one of the two is text. */
  private static JsonNode add(Arguments a) {
    var sum = addend(a, 0);
    for (int i = 1; i < a.count(); i++) {
      var next = addend(a, i);
      if (sum.isNumber() && next.isNumber()) {
        sum = Values.number(Numbers.of(sum) + Numbers.of(next));
      } else if (!sum.isString() && !next.isString() && sum.isNumber() != next.isNumber()) {
        throw new EvaluationException("a number and nothing cannot be added");
      } else {
        sum = Values.text(new BoundedText(a.run()).readable(sum).readable(next).toString());
      }
    }
    return sum;
  }

  private static JsonNode addend(Arguments a, int i) {
    var fits = a.isText(i) || a.at(i).isMissingNode() || Values.isNumber(a.at(i));
    return fits ? a.at(i) : a.fail(i, "a number or a string");
  }

  private static double fold(Arguments a, DoubleBinaryOperator operator) {
    return IntStream.range(0, a.count()).mapToDouble(a::number).reduce(operator).getAsDouble();
  }

  /** Whole numbers divide to a whole number, rounded down. */
  private static double divide(double one, double other) {
    var result = one / nonZero(other);
    return Numbers.isWhole(one) && Numbers.isWhole(other) ? Math.floor(result) : result;
  }

  private static double mod(Arguments a) {
    a.integer(0);
    a.integer(1);
    return a.number(0) % nonZero(a.number(1));
  }

  private static double nonZero(double divisor) {
    if (divisor == 0) {
      throw new EvaluationException("a number cannot be divided by 0");
    }
    return divisor;
  }

  /** The numbers among the arguments and in the lists among them. */
  private static DoubleStream all(Arguments a) {
    return IntStream.range(0, a.count())
        .boxed()
        .flatMapToDouble(i -> a.at(i).isArray() ? numbers(a, i) : DoubleStream.of(a.number(i)));
  }

  private static DoubleStream numbers(Arguments a, int i) {
    a.run().spend(a.list(i).size());
    return a.list(i)
        .valueStream()
        .mapToDouble(n -> Values.isNumber(n) ? Numbers.of(n) : a.fail(i, "a list of numbers"));
  }

  /** Not {@code DoubleStream.sum}, which is more exact than the reference. */
  private static double sum(Arguments a) {
    return numbers(a, 0).reduce(Double::sum).orElseGet(() -> a.fail(0, "a list of some numbers"));
  }

  private static double round(Arguments a) {
    int digits = a.count() == 2 ? a.integer(1) : 0;
    return Numbers.round(a.number(0), digits < 0 || digits > 15 ? a.fail(1, "0 to 15") : digits);
  }

  private static JsonNode range(Arguments a) {
    a.integer(0);
    int count = a.integer(1) > 0 ? a.integer(1) : a.fail(1, "more than 0");
    a.run().spend(count);
    var list = Values.JSON.arrayNode(count);
    IntStream.range(0, count).forEach(i -> list.add(Values.number(a.number(0) + i)));
    return list;
  }
}
