package dev.holdfast.card.engine;

import static tools.jackson.databind.node.BooleanNode.FALSE;
import static tools.jackson.databind.node.BooleanNode.TRUE;

import dev.holdfast.card.engine.Expression.Constant;
import dev.holdfast.card.engine.Expression.Element;
import dev.holdfast.card.engine.Interpolation.Part;
import dev.holdfast.card.engine.value.EngineLimits;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one expression by precedence climbing, straight from its characters. */
final class ExpressionParser extends ExpressionScanner {
  private static final int TERNARY = 1;
  private static final int POWER = 10;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  static final Pattern NAME = Pattern.compile("(?:@@|[a-zA-Z_#@$%])[a-zA-Z0-9_]*");

  private static final String CONCAT = "concat";
  private static final String NAMELESS = "a property needs a name";
  private static final Expression ZERO = new Constant(JsonValues.number(0));

  private static final Map<String, JsonNode> WORDS =
      Map.of(
          "true", TRUE, "false", FALSE, "null", JsonValues.NULL, "undefined", JsonValues.MISSING);

  /** A binary operator: how tightly it binds, and the function that computes it. */
  private record Operator(String sign, int binding, String function) {}

  /** An operator that another one starts with comes after it. */
  private static final List<Operator> OPERATORS =
      Stream.of(
              ("?? 2 coalesce,|| 3 or,&& 4 and,<> 7 !=,<= 5 lessOrEquals,< 5 less,"
                      + ">= 5 greaterOrEquals,> 5 greater,& 6 concat,== 7 equals,!= 7 !=,"
                      + "+ 8 add,- 8 sub,* 9 mul,/ 9 div,% 9 mod,^ 10 ^")
                  .split(","))
          .map(operator -> operator.split(" "))
          .map(parts -> new Operator(parts[0], Integer.parseInt(parts[1]), parts[2]))
          .toList();

  private static final String SIGNS = "?|&<>=!+-*/%^";

  private int depth;

  /** What the latest {@code concat} joins, which is the outermost when all of it is read. */
  private List<Part> operands = List.of();

  /**
   * A parser of what stands between <code>${</code> and <code>}</code>.
   *
   * @param depth how deep in other expressions it stands
   */
  ExpressionParser(Interpolation in, int start, int end, int depth) {
    super(in, start, end);
    this.depth = depth;
  }

  /**
   * The expression, all of it.
   *
   * @throws TemplateSyntaxException if it is none or calls a function that is not there
   */
  Part whole() {
    int start = at;
    goTo(at);
    // An equals sign in front is how other hosts mark an expression; the reference ignores it.
    take("=");
    if (at == end) {
      return part(start, new Constant(JsonValues.text("")));
    }
    var expression = expression(TERNARY);
    if (at != end) {
      throw fault("'" + found() + "' does not belong here");
    }
    var isConcat = expression instanceof Expression.Call call && call.name().equals(CONCAT);
    return new Part(expression, written(start), isConcat ? operands : List.of());
  }

  /** The expression as it's written from there to here. */
  private Part part(int start, Expression expression) {
    return new Part(expression, written(start), List.of());
  }

  /** An expression of operators that bind at least so tightly. */
  private Expression expression(int binding) {
    if (++depth > EngineLimits.EXPRESSION_DEPTH) {
      throw fault("an expression may be nested " + EngineLimits.EXPRESSION_DEPTH + " deep");
    }
    int first = at;
    var left = unary();
    while (true) {
      int start = at;
      var operator = operator(binding);
      if (operator != null) {
        var joined = operator.function.equals(CONCAT) ? part(first, left) : null;
        take(operator.sign);
        int second = at;
        // Only ^ groups to the right.
        var right = expression(operator.binding + (operator.binding == POWER ? 0 : 1));
        left = call(start, operator.function, List.of(left, right));
        operands = joined == null ? operands : List.of(joined, part(second, right));
      } else if (binding <= TERNARY && take("?")) {
        var yes = expression(TERNARY);
        expect(":");
        // It stops before another question mark: the reference groups those to the left.
        left = call(start, "if", List.of(left, yes, expression(TERNARY + 1)));
      } else {
        depth--;
        return left;
      }
    }
  }

  private @Nullable Operator operator(int binding) {
    if (at == end || SIGNS.indexOf(source.charAt(at)) < 0) {
      return null;
    }
    var here = OPERATORS.stream().filter(o -> source.startsWith(o.sign, at)).findFirst();
    return here.filter(operator -> operator.binding >= binding).orElse(null);
  }

  private Expression unary() {
    int start = at;
    var sign = take("!") ? "not" : take("-") ? "sub" : take("+") ? "add" : null;
    if (sign == null) {
      return primary();
    }
    var operand = unary();
    return call(start, sign, sign.equals("not") ? List.of(operand) : List.of(ZERO, operand));
  }

  private Expression primary() {
    int start = at;
    var expression = atom();
    while (at < end) {
      int stop = at;
      if (source.startsWith("(", at)) {
        var name = called(expression, start, stop);
        var parts = new ArrayList<Part>();
        var arguments = list("(", ")", list -> argument(list, parts));
        expression = call(start, name, arguments);
        operands = name.equals(CONCAT) ? parts : operands;
      } else if (take(".")) {
        expression = member(expression);
      } else if (take("[")) {
        expression = new Element(expression, expression(TERNARY));
        expect("]");
      } else {
        break;
      }
    }
    return expression;
  }

  /** Nearly always a name; else what stands there, which may be a name with dots and spaces. */
  private String called(Expression expression, int start, int stop) {
    return expression instanceof PropertyPath path
            && path.isName()
            && source.startsWith(path.name(), start)
        ? path.name()
        : source.substring(start, stop).replaceAll("[" + SPACE + "]", "");
  }

  private Expression atom() {
    int start = at;
    if (take("(")) {
      var inner = expression(TERNARY);
      expect(")");
      return inner;
    }
    return switch (at == end ? ' ' : source.charAt(at)) {
      case '[' ->
          call(start, "createArray", list("[", "]", list -> argument(list, new ArrayList<>())));
      case '{' -> call(start, FunctionRegistry.OBJECT, list("{", "}", this::property));
      case '\'', '"' -> new Constant(JsonValues.text(string()));
      case '`' -> interpolation();
      default -> word();
    };
  }

  private Expression word() {
    var number = take(NUMBER);
    if (!number.isEmpty()) {
      return new Constant(JsonValues.number(Double.parseDouble(number)));
    }
    var name = name("'" + found() + "' does not belong here");
    return WORDS.containsKey(name) ? new Constant(WORDS.get(name)) : PropertyPath.of(name);
  }

  private Expression interpolation() {
    int start = at;
    int close = endOfString();
    var parts = in.parts(start + 1, close, depth);
    goTo(close + 1);
    return call(
        start, FunctionRegistry.INTERPOLATION, parts.stream().map(Part::expression).toList());
  }

  private Expression member(Expression target) {
    if (!target.type().equals(FunctionSignature.ANY)) {
      throw fault("only an object has properties, not " + target.type().replace("|", " or "));
    }
    return PropertyPath.member(target, name(NAMELESS));
  }

  /** A name, which is kept as data keep theirs: the same text once. */
  private String name(String otherwise) {
    var name = take(NAME);
    if (name.isEmpty()) {
      throw fault(otherwise);
    }
    return name.intern();
  }

  private List<Expression> list(String open, String close, Consumer<List<Expression>> element) {
    expect(open);
    var list = new ArrayList<Expression>();
    while (!take(close)) {
      if (!list.isEmpty()) {
        expect(",");
      }
      element.accept(list);
    }
    return list;
  }

  /** A name and a value. */
  private void property(List<Expression> properties) {
    var isQuoted = source.startsWith("'", at) || source.startsWith("\"", at);
    properties.add(new Constant(JsonValues.text(isQuoted ? string() : name(NAMELESS))));
    expect(":");
    properties.add(expression(TERNARY));
  }

  /** An argument, where {@code x => y} stands for the two arguments {@code x, y}. */
  private void argument(List<Expression> arguments, List<Part> parts) {
    int start = at;
    var argument = expression(TERNARY);
    arguments.add(argument);
    parts.add(part(start, argument));
    if (argument instanceof PropertyPath path && path.isName() && take("=>")) {
      arguments.add(expression(TERNARY));
    }
  }

  /** What {@code stringOrValue} makes of a string of the template; one of the data is just text. */
  private Expression template(int start, String string) {
    var text = new Interpolation(in.compiler(), in.pointer(), string);
    var parts = text.parts(0, string.length(), depth).stream().map(Part::expression).toList();
    return parts.size() == 1 ? parts.get(0) : call(start, FunctionRegistry.INTERPOLATION, parts);
  }

  private Expression call(int start, String name, List<Expression> arguments) {
    if (name.equals("stringOrValue")
        && arguments.size() == 1
        && arguments.get(0) instanceof Constant c
        && c.value().isString()) {
      return template(start, c.value().asString(""));
    }
    var function = in.compiler().functions().find(name);
    if (function == null) {
      throw in.fault(start, in.compiler().functions().missing(name));
    }
    try {
      return function.call(name, arguments);
    } catch (EvaluationException e) {
      throw in.fault(start, e.getMessage());
    }
  }
}
