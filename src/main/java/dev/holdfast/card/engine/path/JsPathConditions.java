package dev.holdfast.card.engine.path;

import dev.holdfast.card.engine.value.EngineLimits;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.ExpansionRun;
import dev.holdfast.card.engine.value.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The conditions in a {@code jPath}. */
public abstract class JsPathConditions extends JsPathTokens {
  private static final List<String> EQUALITY =
      List.of(
          "==", "!=", "===", "!==", "^==", "==^", "^=", "=^", "$==", "==$", "$=", "=$", "*==",
          "==*", "*=", "=*");

  /** What an expression in a path gives for the value that it's asked of. */
  public interface Node {
    JsonNode of(JsonNode context);

    /** Whether it gives a list of what it found. */
    default boolean isPath() {
      return false;
    }
  }

  private record Literal(JsonNode value) implements Node {
    @Override
    public JsonNode of(JsonNode context) {
      return value;
    }
  }

  private interface Quantifier {
    boolean test(Stream<Node> nodes, Predicate<Node> holds);
  }

  public final ExpansionRun run;
  public int depth;

  public JsPathConditions(ExpansionRun run, String path) {
    super(run, path);
    this.run = run;
  }

  abstract boolean isPath();

  abstract Node path();

  boolean holds(Node condition, JsonNode item) {
    run.spend(1);
    return JsPathOperators.holds(condition.of(item));
  }

  Node or() {
    if (++depth > EngineLimits.EXPRESSION_DEPTH) {
      throw new EvaluationException(
          "a path may be nested " + EngineLimits.EXPRESSION_DEPTH + " deep");
    }
    var node = all("||", () -> all("&&", this::equality, Stream::allMatch), Stream::anyMatch);
    depth--;
    return node;
  }

  Node all(String operator, Supplier<Node> part, Quantifier quantifier) {
    var parts = new ArrayList<Node>(List.of(part.get()));
    while (take(operator)) {
      parts.add(part.get());
    }
    return parts.size() == 1
        ? parts.get(0)
        : item ->
            JsonValues.JSON.booleanNode(quantifier.test(parts.stream(), node -> holds(node, item)));
  }

  Node equality() {
    var left = relation();
    return at < tokens.size() && EQUALITY.contains(tokens.get(at))
        ? comparison(left, tokens.get(at++), equality())
        : left;
  }

  Node relation() {
    var left = sum();
    return isNext("<") || isNext(">") || isNext("<=") || isNext(">=")
        ? comparison(left, tokens.get(at++), relation())
        : left;
  }

  Node comparison(Node left, String operator, Node right) {
    return item ->
        JsonValues.JSON.booleanNode(
            JsPathOperators.anyPair(run, left.of(item), right.of(item), operator));
  }

  Node sum() {
    var left = product();
    while (isNext("+") || isNext("-")) {
      left = calculation(left, tokens.get(at++), product());
    }
    return left;
  }

  Node product() {
    var left = unary();
    return isNext("*") || isNext("/") || isNext("%")
        ? calculation(left, tokens.get(at++), product())
        : left;
  }

  static Node calculation(Node left, String operator, Node right) {
    return item -> JsPathOperators.calculate(left.of(item), operator, right.of(item));
  }

  Node unary() {
    if (take("!")) {
      var operand = unary();
      return item -> JsonValues.JSON.booleanNode(!holds(operand, item));
    }
    if (take("-")) {
      var operand = unary();
      return item -> JsPathOperators.calculate(JsonValues.number(0), "-", operand.of(item));
    }
    if (take("(")) {
      var inner = or();
      expect(")");
      return inner;
    }
    return isPath() ? path() : literal();
  }

  Node literal() {
    var token = at < tokens.size() ? tokens.get(at++) : "";
    if (token.matches("(?s)['\"].*")) {
      return new Literal(JsonValues.text(text(token)));
    }
    if (token.matches("\\d.*|\\.\\d+")) {
      return new Literal(JsonValues.number(Double.parseDouble(token)));
    }
    return switch (token) {
      case "true", "false" -> new Literal(JsonValues.JSON.booleanNode(token.equals("true")));
      case "null" -> new Literal(JsonValues.NULL);
      default -> throw unexpected();
    };
  }
}
