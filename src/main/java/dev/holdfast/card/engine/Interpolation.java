package dev.holdfast.card.engine;

import dev.holdfast.card.engine.Expression.Constant;
import dev.holdfast.card.engine.value.EngineLimits;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Finds the expressions in the string of a template at that pointer. */
record Interpolation(TemplateCompiler compiler, String pointer, String string) {

  /**
   * A piece of the string: plain text or an expression, and how that is written.
   *
   * @param operands what a {@code concat} that is the whole expression joins; empty for any other
   */
  record Part(Expression expression, String source, List<Part> operands) {}

  /**
   * Cuts that much of the string into plain text without its escapes, and expressions. A <code>${
   * </code> that never closes is plain text, and so is one that is empty or runs over the end of a
   * line, as in the reference.
   *
   * @param depth how deep in another expression the string stands
   * @throws TemplateSyntaxException if what stands between braces is no expression
   */
  List<Part> parts(int from, int to, int depth) {
    var parts = new ArrayList<Part>();
    var plain = new StringBuilder();
    for (int i = from; i < to; i++) {
      int end = endOfExpression(i, 0);
      if (end > i + 2) {
        addPlain(parts, plain);
        parts.add(new ExpressionParser(this, i + 2, end, depth).whole());
        i = end;
      } else {
        i += isEscape(i, "$`") ? 1 : 0;
        plain.append(string.charAt(i));
      }
    }
    addPlain(parts, plain);
    return parts;
  }

  TemplateSyntaxException fault(int at, String sentence) {
    return new TemplateSyntaxException(compiler.fileName(), pointer, at + 1, sentence);
  }

  private static void addPlain(List<Part> parts, StringBuilder plain) {
    if (!plain.isEmpty()) {
      var text = plain.toString();
      parts.add(new Part(new Constant(JsonValues.text(text)), text, List.of()));
      plain.setLength(0);
    }
  }

  private boolean isEscape(int at, String escaped) {
    return string.charAt(at) == '\\'
        && at + 1 < string.length()
        && escaped.indexOf(string.charAt(at + 1)) >= 0;
  }

  /**
   * Where the brace closes that opens at a <code>${</code>, or -1. As in the reference, a brace in
   * between must open an object: any other makes the text plain.
   */
  private int endOfExpression(int open, int level) {
    return string.startsWith("${", open) ? closingBrace(open + 2, level) : -1;
  }

  private int closingBrace(int from, int level) {
    for (int i = from; i < string.length(); i++) {
      switch (string.charAt(i)) {
        case '\'', '"', '`' -> i = endOfString(i, level + 1);
        case '{' -> i = endOfObject(i, level + 1);
        case '\r', '\n' -> i = -1;
        case '}' -> {
          return i;
        }
        default -> {}
      }
      if (i < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** Where the object closes that opens here, or -1 if there is none. */
  private int endOfObject(int open, int level) {
    if (level > EngineLimits.EXPRESSION_DEPTH) {
      throw fault(open, "objects may be nested " + EngineLimits.EXPRESSION_DEPTH + " deep");
    }
    int first = skipSpace(open + 1);
    if (string.startsWith("}", first)) {
      return first;
    }
    int colon = skipSpace(endOfName(first, level));
    int close = colon > 0 && string.startsWith(":", colon) ? closingBrace(colon + 1, level) : -1;
    return close > colon + 1 ? close : -1;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i >= 0 && i < string.length() && " \t\u00a0\ufeff".indexOf(string.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  /** What comes after the name of a property, with or without quotation marks, or -1. */
  private int endOfName(int start, int level) {
    if (string.startsWith("'", start) || string.startsWith("\"", start)) {
      return endOfString(start, level + 1) + 1;
    }
    var name = ExpressionParser.NAME.matcher(string).region(start, string.length());
    return name.lookingAt() ? name.end() : -1;
  }

  /** Where the quotation mark or backtick closes that opens here so deep in others, or -1. */
  int endOfString(int open, int level) {
    if (level > EngineLimits.EXPRESSION_DEPTH) {
      throw fault(open, "strings may be nested " + EngineLimits.EXPRESSION_DEPTH + " deep");
    }
    var quote = string.charAt(open);
    var escaped = quote == '`' ? "$`" : "\\" + quote;
    for (int i = open + 1; i < string.length(); i++) {
      if (string.charAt(i) == quote) {
        return i;
      }
      int end = quote == '`' ? endOfExpression(i, level) : -1;
      i = end > 0 ? end : i + (isEscape(i, escaped) ? 1 : 0);
    }
    return -1;
  }
}
