package dev.holdfast.card.template;

import dev.holdfast.card.template.Expression.Call;
import dev.holdfast.card.template.Expression.Constant;
import dev.holdfast.card.template.Expression.Element;
import dev.holdfast.card.template.Expression.Interpolated;
import dev.holdfast.card.template.Expression.ObjectLiteral;
import dev.holdfast.card.template.Lexer.Kind;
import dev.holdfast.card.template.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one expression by precedence climbing. */
final class ExpressionParser {

  /** A binary operator: how tightly it binds, and the function that computes it. */
  private record Operator(int binding, String function) {}

  private static final int TERNARY = 1;
  private static final int POWER = 10;
  private static final Constant ZERO = new Constant(Values.number(0));

  private static final Map<String, Operator> OPERATORS =
      Stream.of(
              "?? 2 coalesce,|| 3 or,&& 4 and,< 5 less,<= 5 lessOrEquals,> 5 greater,"
                  + ">= 5 greaterOrEquals,& 6 concat,== 7 equals,!= 7 !=,<> 7 !=,+ 8 add,- 8 sub,"
                  + "* 9 mul,/ 9 div,% 9 mod,^ 10 ^")
          .flatMap(all -> Stream.of(all.split(",")))
          .map(operator -> operator.split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0], parts -> new Operator(Integer.parseInt(parts[1]), parts[2])));

  private static final Map<String, Constant> WORDS =
      Map.of(
          "true", new Constant(Values.bool(true)),
          "false", new Constant(Values.bool(false)),
          "null", new Constant(Values.NULL),
          "undefined", new Constant(Values.MISSING));

  private final Functions functions;
  private final String source;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private ExpressionParser(Functions functions, String source, int depth) {
    this.functions = functions;
    this.source = source;
    this.tokens = Lexer.tokens(source);
    this.depth = depth;
  }

  /**
   * Parses what stands between <code>${</code> and <code>}</code>.
   *
   * @param start where the text starts in its string, so that faults name the column there
   * @throws SyntaxFault if it is no expression or calls a function that is not there
   */
  static Expression parse(Functions functions, String text, int start) {
    return parse(functions, text, start, 0);
  }

  private static Expression parse(Functions functions, String text, int start, int depth) {
    try {
      // An equals sign in front is how other hosts mark an expression; the reference ignores it.
      var source = text.replaceFirst("^(\\s*)=", "$1 ");
      return new ExpressionParser(functions, source, depth).whole();
    } catch (SyntaxFault e) {
      throw new SyntaxFault(start + e.column, e.getMessage());
    }
  }

  private Expression whole() {
    if (peek().kind() == Kind.END) {
      return new Constant(Values.text(""));
    }
    var expression = expression(TERNARY);
    if (peek().kind() != Kind.END) {
      throw unexpected(peek());
    }
    return expression;
  }

  /** An expression of operators that bind at least so tightly. */
  private Expression expression(int binding) {
    if (++depth > Limits.EXPRESSION_DEPTH) {
      throw fault("an expression may be nested " + Limits.EXPRESSION_DEPTH + " deep");
    }
    var left = unary();
    while (true) {
      var operator = peek().kind() == Kind.OPERATOR ? OPERATORS.get(peek().text()) : null;
      if (operator != null && operator.binding >= binding) {
        var at = take();
        // Only ^ groups to the right.
        var right = expression(operator.binding + (operator.binding == POWER ? 0 : 1));
        left = call(at, operator.function, List.of(left, right));
      } else if (binding <= TERNARY && peek().is("?")) {
        left = ternary(left);
      } else {
        depth--;
        return left;
      }
    }
  }

  /** The last branch stops before another question mark: the reference groups those to the left. */
  private Expression ternary(Expression condition) {
    var at = take();
    var yes = expression(TERNARY);
    expect(":");
    return call(at, "if", List.of(condition, yes, expression(TERNARY + 1)));
  }

  private Expression unary() {
    var sign = peek();
    if (!sign.is("!") && !sign.is("-") && !sign.is("+")) {
      return primary();
    }
    take();
    var operand = unary();
    return sign.is("!")
        ? call(sign, "not", List.of(operand))
        : call(sign, sign.is("-") ? "sub" : "add", List.of(ZERO, operand));
  }

  private Expression primary() {
    var start = peek();
    var expression = atom();
    while (true) {
      var at = peek();
      if (at.is("(") || at.is("!") && tokens.get(next + 1).is("(")) {
        expression = invocation(start);
      } else if (at.is(".")) {
        take();
        expression = member(expression);
      } else if (at.is("[")) {
        take();
        expression = new Element(expression, expression(TERNARY));
        expect("]");
      } else {
        return expression;
      }
    }
  }

  private Expression atom() {
    var token = take();
    return switch (token.kind()) {
      case NUMBER -> new Constant(Values.number(Double.parseDouble(token.text())));
      case STRING -> new Constant(Values.text(token.text()));
      case NAME ->
          WORDS.containsKey(token.text()) ? WORDS.get(token.text()) : Path.name(token.text());
      case INTERPOLATION -> interpolated(token);
      case OPERATOR, END -> bracket(token);
    };
  }

  private Expression bracket(Token open) {
    return switch (open.text()) {
      case "(" -> {
        var inner = expression(TERNARY);
        expect(")");
        yield inner;
      }
      case "[" -> call(open, "createArray", list("]"));
      case "{" -> object();
      default -> throw unexpected(open);
    };
  }

  private Expression object() {
    var keys = new ArrayList<String>();
    var values = new ArrayList<Expression>();
    while (!peek().is("}")) {
      if (!keys.isEmpty()) {
        expect(",");
      }
      if (peek().kind() != Kind.NAME && peek().kind() != Kind.STRING) {
        throw fault("a property needs a name");
      }
      keys.add(take().text());
      expect(":");
      values.add(expression(TERNARY));
    }
    take();
    return new ObjectLiteral(keys, values);
  }

  private Expression interpolated(Token token) {
    var parts = new ArrayList<Expression>();
    for (var piece : Interpolation.pieces(token.text())) {
      int start = token.start() + 1 + piece.start();
      parts.add(
          piece.isExpression()
              ? parse(functions, piece.text(), start, depth)
              : new Constant(Values.text(piece.text())));
    }
    return new Interpolated(parts);
  }

  private Expression member(Expression target) {
    if (!target.type().isAny()) {
      throw fault("only an object has properties, not " + target.type());
    }
    if (peek().kind() != Kind.NAME) {
      throw fault("a property needs a name");
    }
    return Path.member(target, take().text());
  }

  /** A call of what has been read since the start token, dots and all. */
  private Expression invocation(Token start) {
    var name = source.substring(start.start(), peek().start()).replaceAll("\\s", "");
    if (peek().is("!")) {
      throw fault("there is no function '" + name + "!'");
    }
    take();
    return call(start, name, list(")"));
  }

  /** Arguments, where {@code x => y} stands for the two arguments {@code x, y}. */
  private List<Expression> list(String close) {
    var list = new ArrayList<Expression>();
    while (!peek().is(close)) {
      if (!list.isEmpty()) {
        expect(",");
      }
      if (peek().kind() == Kind.NAME && tokens.get(next + 1).is("=>")) {
        list.add(Path.name(take().text()));
        take();
      }
      list.add(expression(TERNARY));
    }
    take();
    return list;
  }

  private Expression call(Token at, String name, List<Expression> arguments) {
    var function = functions.find(name);
    if (function == null) {
      throw new SyntaxFault(
          at.start(), "there is no function '" + name + "'; there are " + functions.names());
    }
    var fault = function.signature().fault(name, arguments);
    if (fault != null) {
      throw new SyntaxFault(at.start(), fault);
    }
    try {
      return new Call(
          function.signature().returns(), function.maker().make(arguments), List.copyOf(arguments));
    } catch (EvaluationException e) {
      throw new SyntaxFault(at.start(), e.getMessage());
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    var token = peek();
    next += token.kind() == Kind.END ? 0 : 1;
    return token;
  }

  private void expect(String operator) {
    if (!peek().is(operator)) {
      throw fault("'" + operator + "' is missing before '" + peek().text() + "'");
    }
    take();
  }

  private static SyntaxFault unexpected(Token token) {
    return new SyntaxFault(token.start(), "'" + token.text() + "' does not belong here");
  }

  private SyntaxFault fault(String sentence) {
    return new SyntaxFault(peek().start(), sentence);
  }
}
