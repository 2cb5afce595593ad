package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {
  private static final List<String> OPERATORS =
      List.of(
          "==", "!=", "<>", "<=", ">=", "=>", "&&", "||", "??", "+", "-", "*", "/", "%", "^", "!",
          "&", "<", ">", "?", ":", "(", ")", "[", "]", "{", "}", ".", ",");

  enum Kind {
    NUMBER,
    STRING,
    NAME,
    INTERPOLATION,
    OPERATOR,
    END
  }

  /**
   * A piece of the expression.
   *
   * @param text a string without its quotes and escapes, anything else as written
   * @param start where it starts in the expression
   */
  record Token(Kind kind, String text, int start) {
    boolean is(String operator) {
      return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** Whether an operand may end here, so that a percent sign after it is an operator. */
    boolean endsOperand() {
      return kind == Kind.OPERATOR ? ")]}".contains(text) : true;
    }
  }

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /** The tokens, the last of which is the end. Columns of faults count from 0 here. */
  static List<Token> tokens(String source) {
    var lexer = new Lexer(source);
    while (lexer.at < source.length()) {
      lexer.next();
    }
    lexer.add(Kind.END, "the end", source.length());
    return lexer.tokens;
  }

  private void next() {
    var c = source.charAt(at);
    if (" \t\r\n\u00a0\ufeff".indexOf(c) >= 0) {
      at++;
    } else if (c == '\'' || c == '"') {
      string(c);
    } else if (c == '`') {
      interpolation();
    } else if (isDigit(c)) {
      number();
    } else if (startsName(c)) {
      name();
    } else {
      operator();
    }
  }

  private void string(char quote) {
    int end = Interpolation.endOfString(source, at);
    if (end < 0) {
      throw new SyntaxFault(at, "this string has no closing " + quote);
    }
    add(Kind.STRING, unescape(source.substring(at + 1, end), quote), end + 1);
  }

  private static String unescape(String text, char quote) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var escaped = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      int which = c == '\\' ? ("rnt\\" + quote).indexOf(escaped) : -1;
      plain.append(which < 0 ? c : ("\r\n\t\\" + quote).charAt(which));
      i += which < 0 ? 0 : 1;
    }
    return plain.toString();
  }

  private void interpolation() {
    int end = Interpolation.endOfBackticks(source, at);
    if (end < 0) {
      throw new SyntaxFault(at, "this string has no closing backtick");
    }
    add(Kind.INTERPOLATION, source.substring(at + 1, end), end + 1);
  }

  private void number() {
    int end = digits(at);
    if (end + 1 < source.length() && source.charAt(end) == '.' && isDigit(source.charAt(end + 1))) {
      end = digits(end + 1);
    }
    add(Kind.NUMBER, source.substring(at, end), end);
  }

  private int digits(int from) {
    int end = from;
    while (end < source.length() && isDigit(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean startsName(char c) {
    var operand = !tokens.isEmpty() && tokens.get(tokens.size() - 1).endsOperand();
    return isLetter(c) || "_#@$".indexOf(c) >= 0 || c == '%' && !operand;
  }

  private void name() {
    int end = source.startsWith("@@", at) ? at + 2 : at + 1;
    while (end < source.length()
        && (isLetter(source.charAt(end))
            || isDigit(source.charAt(end))
            || source.charAt(end) == '_')) {
      end++;
    }
    add(Kind.NAME, source.substring(at, end), end);
  }

  private void operator() {
    for (var operator : OPERATORS) {
      if (source.startsWith(operator, at)) {
        add(Kind.OPERATOR, operator, at + operator.length());
        return;
      }
    }
    throw new SyntaxFault(at, "'" + source.charAt(at) + "' has no meaning in an expression");
  }

  private void add(Kind kind, String text, int end) {
    tokens.add(new Token(kind, text, at));
    at = end;
    if (tokens.size() > Limits.EXPRESSION_TOKENS) {
      throw new SyntaxFault(at, "an expression may have " + Limits.EXPRESSION_TOKENS + " tokens");
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
