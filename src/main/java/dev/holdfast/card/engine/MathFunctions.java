package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Arithmetic, on doubles. */
final class MathFunctions {
  private MathFunctions() {}

  /** A sum of numbers, or text as soon as one of the two is text. */
  static JsonNode add(FunctionArguments a) {
    var sum = addend(a, 0);
    for (int i = 1; i < a.count(); i++) {
      var next = addend(a, i);
      if (sum.isNumber() && next.isNumber()) {
        sum = JsonValues.number(NumberFormat.of(sum) + NumberFormat.of(next));
      } else if (!sum.isString() && !next.isString() && sum.isNumber() != next.isNumber()) {
        throw new EvaluationException("a number and nothing cannot be added");
      } else {
        sum = BoundedStringBuilder.join(a.run(), sum, next);
      }
    }
    return sum;
  }

  private static JsonNode addend(FunctionArguments a, int i) {
    var fits = a.isText(i) || a.at(i).isMissingNode() || JsonValues.isNumber(a.at(i));
    return fits ? a.at(i) : a.fail(i, "a number or a string");
  }

  static double fold(FunctionArguments a, DoubleBinaryOperator operator) {
    var result = a.number(0);
    for (int i = 1; i < a.count(); i++) {
      result = operator.applyAsDouble(result, a.number(i));
    }
    return result;
  }

  /** Whole numbers divide to a whole number, rounded down. */
  static double divide(double one, double other) {
    var result = one / nonZero(other);
    return NumberFormat.isWhole(one) && NumberFormat.isWhole(other) ? Math.floor(result) : result;
  }

  static double nonZero(double divisor) {
    if (divisor == 0) {
      throw new EvaluationException("a number cannot be divided by 0");
    }
    return divisor;
  }

  /** The numbers among the arguments and in the lists among them. */
  static DoubleStream all(FunctionArguments a) {
    return Arrays.stream(a.values())
        .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
        .peek(number -> a.run().spend(1))
        .mapToDouble(
            n -> JsonValues.isNumber(n) ? NumberFormat.of(n) : a.fail(0, "a list of numbers"));
  }

  /** Not {@code DoubleStream.sum}, which is more exact than the reference. */
  static double sum(FunctionArguments a) {
    return a.list(0).isEmpty()
        ? a.fail(0, "a list of some numbers")
        : all(a).reduce(0, Double::sum);
  }

  static double round(FunctionArguments a) {
    int digits = a.count() == 2 ? a.integer(1) : 0;
    return NumberFormat.round(
        a.number(0), digits < 0 || digits > 15 ? a.fail(1, "0 to 15") : digits);
  }

  static double root(FunctionArguments a) {
    return a.number(0) < 0 ? a.fail(0, "0 or more") : Math.sqrt(a.number(0));
  }

  /** A whole number from the first on and below the second. */
  static double random(FunctionArguments a) {
    var least = a.whole(0);
    var most = a.whole(1) < least ? a.<Double>fail(1, "as large as the first") : a.whole(1);
    return Math.floor(least + a.run().host().random().nextDouble() * (most - least));
  }

  static List<JsonNode> range(FunctionArguments a) {
    var from = a.whole(0);
    int count = a.integer(1) > 0 ? a.integer(1) : a.fail(1, "more than 0");
    a.run().spend(count);
    return IntStream.range(0, count).mapToObj(i -> JsonValues.number(from + i)).toList();
  }
}
