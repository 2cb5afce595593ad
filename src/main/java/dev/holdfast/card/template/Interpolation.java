package dev.holdfast.card.template;

import dev.holdfast.card.template.Expression.Constant;
import java.util.ArrayList;
import java.util.List;

/** Finds the expressions in a string. */
final class Interpolation {

  /** A piece of the string: plain text or an expression, and how that is written. */
  record Part(Expression expression, String source) {}

  private final String string;

  Interpolation(String string) {
    this.string = string;
  }

  /**
   * Cuts the string into plain text without its escapes, and expressions. A <code>${</code> that
   * never closes is plain text, and so is one that is empty or runs over the end of a line, as in
   * the reference.
   *
   * @param depth how deep in another expression the string stands
   * @throws SyntaxFault if what stands between braces is no expression
   */
  List<Part> parts(Functions functions, int depth) {
    var parts = new ArrayList<Part>();
    var plain = new StringBuilder();
    for (int i = 0; i < string.length(); i++) {
      int end = opens(i) ? endOfExpression(i, 0) : -1;
      if (end > i + 2) {
        addPlain(parts, plain);
        var source = string.substring(i + 2, end);
        var expression = ExpressionParser.parse(functions, source, i + 2, depth);
        parts.add(new Part(expression, "${" + source.strip() + "}"));
        i = end;
      } else {
        i += isEscape(i) ? 1 : 0;
        plain.append(string.charAt(i));
      }
    }
    addPlain(parts, plain);
    return parts;
  }

  private static void addPlain(List<Part> parts, StringBuilder plain) {
    if (!plain.isEmpty()) {
      var text = plain.toString();
      parts.add(new Part(new Constant(Values.text(text)), text));
      plain.setLength(0);
    }
  }

  private boolean opens(int at) {
    return string.charAt(at) == '$' && string.startsWith("{", at + 1);
  }

  private boolean isEscape(int at) {
    return string.charAt(at) == '\\'
        && (string.startsWith("$", at + 1) || string.startsWith("`", at + 1));
  }

  /** Where the brace closes that opens at a <code>${</code>, or -1. */
  private int endOfExpression(int open, int level) {
    int depth = 0;
    for (int i = open + 1; i < string.length(); i++) {
      switch (string.charAt(i)) {
        case '\'', '"' -> i = endOfString(i);
        case '`' -> i = endOfBackticks(i, level + 1);
        case '\r', '\n' -> i = -1;
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
      if (i < 0 || depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Where the quotation mark closes that opens here, or -1. */
  int endOfString(int open) {
    var quote = string.charAt(open);
    for (int i = open + 1; i < string.length(); i++) {
      if (string.charAt(i) == quote) {
        return i;
      }
      var escape = string.startsWith("\\" + quote, i) || string.startsWith("\\\\", i);
      i += escape ? 1 : 0;
    }
    return -1;
  }

  /** Where the backtick closes that opens here so deep in other strings, or -1. */
  int endOfBackticks(int open, int level) {
    if (level > Limits.EXPRESSION_DEPTH) {
      throw new SyntaxFault(open, "strings may be nested " + Limits.EXPRESSION_DEPTH + " deep");
    }
    for (int i = open + 1; i < string.length(); i++) {
      if (string.charAt(i) == '`') {
        return i;
      }
      int end = opens(i) ? endOfExpression(i, level) : -1;
      i = end > 0 ? end : i + (isEscape(i) ? 1 : 0);
    }
    return -1;
  }
}
