package dev.holdfast.card.engine.path;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.ExpansionRun;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What the operators in the conditions of a {@code jPath} do, which is what JavaScript does. */
public final class JsPathOperators {
  private JsPathOperators() {}

  /** Whether a value counts as true; a list does if there is something in it. */
  static boolean holds(JsonNode value) {
    if (value.isContainer()) {
      return value.isObject() || !value.isEmpty();
    }
    return value.isBoolean()
        ? value.booleanValue()
        : value.isNumber()
            ? NumberFormat.of(value) != 0 && !Double.isNaN(NumberFormat.of(value))
            : value.isString() && !value.stringValue().isEmpty();
  }

  /** Whether the operator holds for any of the left values and any of the right ones. */
  static boolean anyPair(ExpansionRun run, JsonNode left, JsonNode right, String operator) {
    for (var one : left.isArray() ? left.values() : List.of(left)) {
      for (var other : right.isArray() ? right.values() : List.of(right)) {
        run.spend(1);
        if (compare(one, operator, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean compare(JsonNode one, String operator, JsonNode other) {
    return switch (operator) {
      case "===" -> JsonValues.key(one).equals(JsonValues.key(other));
      case "!==" -> !JsonValues.key(one).equals(JsonValues.key(other));
      case "==" -> equal(one, other, true);
      case "!=" -> !equal(one, other, false);
      case "<", ">", "<=", ">=" -> isInOrder(one, operator, other);
      default -> {
        var isTurned = operator.startsWith("=");
        var isStrict = operator.length() == 3;
        var sign = operator.replace("=", "").charAt(0);
        yield isTurned ? has(other, sign, one, isStrict) : has(one, sign, other, isStrict);
      }
    };
  }

  private static boolean equal(JsonNode one, JsonNode other, boolean anyCase) {
    if (one.isString() && other.isString()) {
      return anyCase ? one.stringValue().equalsIgnoreCase(other.stringValue()) : one.equals(other);
    }
    if (JsonValues.isNothing(one) || JsonValues.isNothing(other)) {
      return JsonValues.isNothing(one) && JsonValues.isNothing(other);
    }
    return one.isContainer() || other.isContainer() ? one == other : number(one) == number(other);
  }

  private static boolean isInOrder(JsonNode one, String operator, JsonNode other) {
    double order = number(one) - number(other);
    if (one.isString() && other.isString()) {
      order = one.stringValue().compareTo(other.stringValue());
    }
    return switch (operator) {
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  /** Whether a text starts or ends with another or contains it. */
  private static boolean has(JsonNode text, char how, JsonNode part, boolean isStrict) {
    if (isStrict
        ? !text.isString() || !part.isString()
        : JsonValues.isNothing(text) || JsonValues.isNothing(part)) {
      return false;
    }
    var whole = BoundedStringBuilder.scalar(text);
    var piece = BoundedStringBuilder.scalar(part);
    if (!isStrict) {
      whole = whole.toLowerCase(Locale.ROOT);
      piece = piece.toLowerCase(Locale.ROOT);
    }
    return how == '^'
        ? whole.startsWith(piece)
        : how == '$' ? whole.endsWith(piece) : whole.contains(piece);
  }

  /** Arithmetic of the first values; a sum with a string in it is text. */
  static JsonNode calculate(JsonNode left, String operator, JsonNode right) {
    var one = left.isArray() ? left.path(0) : left;
    var other = right.isArray() ? right.path(0) : right;
    if (operator.equals("+") && (one.isString() || other.isString())) {
      return JsonValues.text(BoundedStringBuilder.scalar(one) + BoundedStringBuilder.scalar(other));
    }
    double a = number(one);
    double b = number(other);
    return JsonValues.number(
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          default -> a % b;
        });
  }

  /** A value as an index of a list, or this if it isn't one. */
  public static int index(JsonNode value, int otherwise) {
    var single = value.isArray() ? value.path(0) : value;
    return JsonValues.isNumber(single) ? (int) NumberFormat.of(single) : otherwise;
  }

  private static double number(JsonNode value) {
    if (value.isNumber()) {
      return NumberFormat.of(value);
    }
    if (value.isBoolean() || value.isNull()) {
      return value.asBoolean(false) ? 1 : 0;
    }
    var text = value.asString("NaN").strip();
    return text.isEmpty()
        ? 0
        : text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
            ? Double.parseDouble(text)
            : Double.NaN;
  }
}
