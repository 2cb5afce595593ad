package dev.holdfast.card.template;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A compiled expression. */
sealed interface Expression
    permits Expression.Constant,
        Expression.Interpolated,
        Expression.ObjectLiteral,
        Expression.Element,
        Expression.Call,
        Path {

  /**
   * Computes the value.
   *
   * @return missing where JavaScript has undefined
   * @throws EvaluationException if there is none
   */
  JsonNode evaluate(Scope scope);

  /** What is known of the value before there is data. */
  default Types type() {
    return Types.ANY;
  }

  record Constant(JsonNode value) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      return value;
    }

    @Override
    public Types type() {
      return Types.of(value);
    }
  }

  /** A string with expressions in it, between backticks. */
  record Interpolated(List<Expression> parts) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      var text = new BoundedText(scope.run());
      parts.forEach(part -> text.readable(part.evaluate(scope)));
      return Values.text(text.toString());
    }

    @Override
    public Types type() {
      return Types.parse("string|array");
    }
  }

  record ObjectLiteral(List<String> keys, List<Expression> values) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      var object = Values.JSON.objectNode();
      for (int i = 0; i < keys.size(); i++) {
        object.set(keys.get(i), values.get(i).evaluate(scope));
      }
      return object;
    }
  }

  /** {@code target[index]} where no property follows. */
  record Element(Expression target, Expression index) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      var on = target.evaluate(scope);
      var at = index.evaluate(scope.strict());
      if (at.isString()) {
        return Values.isNothing(on)
            ? Values.MISSING
            : Values.property(scope.run(), on, at.stringValue());
      }
      if (!at.isNumber() || !Numbers.isWhole(Numbers.of(at))) {
        throw new EvaluationException("an index must be a whole number or a string");
      }
      var element = on.isArray() ? on.get((int) Numbers.of(at)) : Values.MISSING;
      if (element == null || !on.isArray() && !Values.isNothing(on)) {
        throw new EvaluationException("there is no element " + Numbers.text(at));
      }
      return element;
    }
  }

  /** A call of a function or an operator. */
  record Call(Types type, Function.Body body, List<Expression> arguments) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      scope.run().spend(1);
      var value = body.evaluate(arguments, scope);
      scope.run().spend(value.isString() ? value.stringValue().length() : 0);
      return value;
    }
  }
}
