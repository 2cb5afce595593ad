package dev.holdfast.card.engine.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.FloatNode;

/** Numbers are doubles and are written as JavaScript writes them. */
public final class NumberFormat {
  /** The largest whole number up to which every whole number is a double. */
  static final double MAX_SAFE = 9_007_199_254_740_991.0;

  /** What {@code parseInt} reads. */
  public static final Pattern INT = Pattern.compile("^\\s*([+-]?\\d+)");

  /** What {@code parseFloat} reads. */
  public static final Pattern FLOAT =
      Pattern.compile("^\\s*([+-]?(?:Infinity|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?))");

  private NumberFormat() {}

  public static double of(JsonNode value) {
    // A float is the number that JSON has for it: widening makes 0.10000000149011612 of 0.1.
    return value instanceof FloatNode
        ? Double.parseDouble(value.asString())
        : value.numberValue().doubleValue();
  }

  public static boolean isWhole(double value) {
    return Math.abs(value) < Double.POSITIVE_INFINITY && value == Math.rint(value);
  }

  /** The digits; whole numbers of the data keep all of theirs, even past 2^53. */
  public static String text(JsonNode number) {
    return number.isIntegralNumber() ? number.numberValue().toString() : text(of(number));
  }

  public static String text(double value) {
    if (isWhole(value) && Math.abs(value) <= MAX_SAFE) {
      return Long.toString((long) value);
    }
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    // The JDK's own Double.toString does not always find the shortest digits before 19.
    var digits = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
    var exponent = digits.precision() - digits.scale() - 1;
    if (exponent > -7 && exponent < 21) {
      return digits.toPlainString();
    }
    var mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    return mantissa + "e" + (exponent < 0 ? "" : "+") + exponent;
  }

  /** The number that the digits are, or null without any. */
  public static JsonNode parse(String digits) {
    return digits.isEmpty() ? JsonValues.NULL : JsonValues.number(Double.parseDouble(digits));
  }

  /** The number of that form that the text starts with, or NaN. */
  public static double leading(Pattern form, String text) {
    var match = form.matcher(text);
    return match.find() ? Double.parseDouble(match.group(1)) : Double.NaN;
  }

  /** Rounds halves up, towards positive infinity. */
  public static double round(double value, int digits) {
    var power = Math.pow(10, digits);
    var scaled = value * power;
    return (Math.abs(scaled) > MAX_SAFE ? scaled : Math.floor(scaled + 0.5)) / power;
  }
}
