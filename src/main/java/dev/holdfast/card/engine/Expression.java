package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A compiled expression. */
sealed interface Expression
    permits Expression.Constant, Expression.Element, Expression.Call, PropertyPath {

  /**
   * Computes the value.
   *
   * @return missing where JavaScript has undefined
   * @throws EvaluationException if there is none
   */
  JsonNode evaluate(Scope scope);

  /** The types that the value may have, as {@link FunctionSignature#returns}. */
  default String type() {
    return FunctionSignature.ANY;
  }

  record Constant(JsonNode value) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      return value;
    }

    @Override
    public String type() {
      var isPlain = value.isBoolean() || value.isNumber() || value.isString();
      return isPlain ? value.getNodeType().name().toLowerCase(Locale.ROOT) : FunctionSignature.ANY;
    }
  }

  /** {@code target[index]} where no property follows. */
  record Element(Expression target, Expression index) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      var on = target.evaluate(scope);
      var at = index.evaluate(scope.strict());
      if (at.isString()) {
        return JsonValues.property(scope.run(), on, at.stringValue());
      }
      if (!at.isNumber() || !NumberFormat.isWhole(NumberFormat.of(at))) {
        throw new EvaluationException("an index must be a whole number or a string");
      }
      var element = on.isArray() ? on.get((int) NumberFormat.of(at)) : JsonValues.MISSING;
      if (element == null || !on.isArray() && !JsonValues.isNothing(on)) {
        throw new EvaluationException("there is no element " + NumberFormat.text(at));
      }
      return element;
    }
  }

  /** A call of a function or an operator. */
  record Call(String name, String type, FunctionSignature.Body body, Expression... arguments)
      implements Expression {
    Expression at(int i) {
      return arguments[i];
    }

    @Override
    public JsonNode evaluate(Scope scope) {
      scope.run().spend(1);
      var value = body.of(this, scope);
      scope.run().spend(value instanceof StringNode text ? text.stringValue().length() : 0);
      return value;
    }
  }
}
