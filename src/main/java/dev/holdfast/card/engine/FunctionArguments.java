package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.ExpansionRun;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.StringNode;

/** The values of the arguments of one call, with the checks that functions make of them. */
public record FunctionArguments(String function, JsonNode[] values, Scope scope) {

  static FunctionArguments of(Expression.Call call, Scope scope) {
    var values = new JsonNode[call.arguments().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = call.at(i).evaluate(scope);
      if (values[i] instanceof StringNode text) {
        scope.run().spend(text.stringValue().length() / 16);
      }
    }
    return new FunctionArguments(call.name(), values, scope);
  }

  int count() {
    return values.length;
  }

  ExpansionRun run() {
    return scope.run();
  }

  JsonNode at(int i) {
    return i < values.length ? values[i] : JsonValues.MISSING;
  }

  boolean isText(int i) {
    return at(i) instanceof StringNode;
  }

  /** A string; empty for a missing value, while null is an error as in the reference. */
  String text(int i) {
    return at(i).isMissingNode() ? "" : string(i);
  }

  String string(int i) {
    return isText(i) ? at(i).stringValue() : fail(i, "a string");
  }

  double number(int i) {
    return JsonValues.isNumber(at(i)) ? NumberFormat.of(at(i)) : fail(i, "a number");
  }

  double whole(int i) {
    return NumberFormat.isWhole(number(i)) ? number(i) : fail(i, "a whole number");
  }

  /** A whole number; one too large for an int is as large as an int can be. */
  int integer(int i) {
    return (int) whole(i);
  }

  ArrayNode list(int i) {
    return at(i) instanceof ArrayNode list ? list : fail(i, "a list");
  }

  /** The elements of a list, to change at will. */
  List<JsonNode> items(int i) {
    run().spend(list(i).size());
    var items = new ArrayList<>(list(i).values());
    items.replaceAll(JsonValues::plain);
    return items;
  }

  <T> T fail(int i, String expected) {
    throw new EvaluationException(
        "argument " + (i + 1) + " of " + function + " is not " + expected);
  }
}
