package dev.holdfast.card.template;

import java.util.ArrayList;
import java.util.List;

/** Finds the expressions in a string. */
final class Interpolation {

  /**
   * A piece of the string.
   *
   * @param text plain text without its escapes, or what stands between the braces
   * @param start where it starts in the string
   */
  record Piece(String text, int start, boolean isExpression) {}

  private Interpolation() {}

  /**
   * Cuts the string into plain text and expressions. A <code>${</code> that never closes is plain
   * text, and so is one that is empty or runs over the end of a line, as in the reference.
   */
  static List<Piece> pieces(String string) {
    var pieces = new ArrayList<Piece>();
    var plain = new StringBuilder();
    for (int i = 0; i < string.length(); i++) {
      int end = string.startsWith("${", i) ? endOfExpression(string, i, 0) : -1;
      if (end > i + 2) {
        addPlain(pieces, plain, i);
        pieces.add(new Piece(string.substring(i + 2, end), i + 2, true));
        i = end;
      } else {
        i += isEscape(string, i) ? 1 : 0;
        plain.append(string.charAt(i));
      }
    }
    addPlain(pieces, plain, string.length());
    return pieces;
  }

  private static void addPlain(List<Piece> pieces, StringBuilder plain, int end) {
    if (!plain.isEmpty()) {
      pieces.add(new Piece(plain.toString(), end - plain.length(), false));
      plain.setLength(0);
    }
  }

  private static boolean isEscape(String string, int at) {
    return string.startsWith("\\$", at) || string.startsWith("\\`", at);
  }

  /** Where the brace closes that opens at a <code>${</code>, or -1. */
  private static int endOfExpression(String string, int open, int level) {
    int depth = 0;
    for (int i = open + 1; i < string.length(); i++) {
      switch (string.charAt(i)) {
        case '\'', '"' -> i = endOfString(string, i);
        case '`' -> i = endOfBackticks(string, i, level + 1);
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
  static int endOfString(String string, int open) {
    var quote = string.charAt(open);
    for (int i = open + 1; i < string.length(); i++) {
      var c = string.charAt(i);
      if (c == quote) {
        return i;
      }
      var next = i + 1 < string.length() ? string.charAt(i + 1) : ' ';
      i += c == '\\' && (next == quote || next == '\\') ? 1 : 0;
    }
    return -1;
  }

  /** Where the backtick closes that opens here, or -1. */
  static int endOfBackticks(String string, int open) {
    return endOfBackticks(string, open, 0);
  }

  private static int endOfBackticks(String string, int open, int level) {
    if (level > Limits.EXPRESSION_DEPTH) {
      throw new SyntaxFault(open, "strings may be nested " + Limits.EXPRESSION_DEPTH + " deep");
    }
    for (int i = open + 1; i < string.length(); i++) {
      if (string.charAt(i) == '`') {
        return i;
      }
      int end = string.startsWith("${", i) ? endOfExpression(string, i, level) : -1;
      i = end > 0 ? end : i + (isEscape(string, i) ? 1 : 0);
    }
    return -1;
  }
}
