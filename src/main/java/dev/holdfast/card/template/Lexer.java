package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. */
final class Lexer {
  enum Kind {
    NUMBER,
    NAME,
    OPERATOR,
    STRING,
    INTERPOLATION,
    END
  }

  /**
   * A piece of the expression.
   *
   * @param text a string without its quotes and escapes, anything else as written
   * @param start where it starts in the expression, from 0
   */
  record Token(Kind kind, String text, int start) {
    boolean is(String operator) {
      return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** Whether an operand may end here, so that a percent sign after it is an operator. */
    boolean endsOperand() {
      return kind != Kind.OPERATOR || ")]}".contains(text);
    }
  }

  private static final Pattern SPACE = Pattern.compile("[ \t\r\n\u00a0\ufeff]*");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)|((?:@@|[a-zA-Z_#@$%])[a-zA-Z0-9_]*)"
              + "|([=!<>]=|<>|=>|&&|\\|\\||\\?\\?|[-+*/^!&<>?:()\\[\\]{}.,])");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([rnt\\\\'\"])");

  private Lexer() {}

  /** The tokens, the last of which is the end. */
  static List<Token> tokens(String source) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(source);
    int at = skipSpace(source, 0);
    while (at < source.length()) {
      at = skipSpace(source, next(source, at, matcher, tokens));
      if (tokens.size() > Limits.EXPRESSION_TOKENS) {
        throw new SyntaxFault(at, "an expression may have " + Limits.EXPRESSION_TOKENS + " tokens");
      }
    }
    tokens.add(new Token(Kind.END, "the end", at));
    return tokens;
  }

  private static int skipSpace(String source, int at) {
    var space = SPACE.matcher(source).region(at, source.length());
    return space.lookingAt() ? space.end() : at;
  }

  /** Adds the token that starts here, and tells where it ends. */
  private static int next(String source, int at, Matcher matcher, List<Token> tokens) {
    var c = source.charAt(at);
    if (c == '\'' || c == '"') {
      int end = close(Interpolation.endOfString(source, at), at);
      tokens.add(new Token(Kind.STRING, unescape(source.substring(at + 1, end), c), at));
      return end + 1;
    }
    if (c == '`') {
      int end = close(Interpolation.endOfBackticks(source, at), at);
      tokens.add(new Token(Kind.INTERPOLATION, source.substring(at + 1, end), at));
      return end + 1;
    }
    if (c == '%' && !tokens.isEmpty() && tokens.get(tokens.size() - 1).endsOperand()) {
      tokens.add(new Token(Kind.OPERATOR, "%", at));
      return at + 1;
    }
    if (!matcher.region(at, source.length()).lookingAt()) {
      throw new SyntaxFault(at, "'" + c + "' has no meaning in an expression");
    }
    tokens.add(new Token(kind(matcher), matcher.group(), at));
    return matcher.end();
  }

  private static Kind kind(MatchResult match) {
    return match.group(1) != null
        ? Kind.NUMBER
        : match.group(2) != null ? Kind.NAME : Kind.OPERATOR;
  }

  private static int close(int end, int start) {
    if (end < 0) {
      throw new SyntaxFault(start, "this string never ends");
    }
    return end;
  }

  /** A quotation mark of the other kind needs no backslash, and one before it is kept. */
  private static String unescape(String text, char quote) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              var c = match.group(1).charAt(0);
              var plain = c == 'r' ? "\r" : c == 'n' ? "\n" : c == 't' ? "\t" : match.group(1);
              var kept = (c == '\'' || c == '"') && c != quote;
              return Matcher.quoteReplacement(kept ? match.group() : plain);
            });
  }
}
