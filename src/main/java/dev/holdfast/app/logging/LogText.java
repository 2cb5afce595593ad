package dev.holdfast.app.logging;

import org.jspecify.annotations.Nullable;

/**
 * Shows the characters by which a text could pass for another line, or for another text: line
 * breaks, escape sequences of terminals, and characters that turn the direction of writing or can't
 * be seen.
 */
final class LogText {

  private LogText() {}

  /** The text with each of them written as {@code \n}, {@code \r}, or {@code \}{@code u202e}. */
  static String escaped(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    if (text.codePoints().noneMatch(LogText::isUnsafe)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  /** The same but for what JSON escapes itself, so that stack traces are read as lines. */
  static String escapedForJson(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(point -> appendForJson(shown, point));
    return shown.toString();
  }

  private static void appendForJson(StringBuilder shown, int point) {
    if (point == '\n' || point == '\r') {
      shown.appendCodePoint(point);
    } else {
      append(shown, point);
    }
  }

  private static void append(StringBuilder shown, int point) {
    if (!isUnsafe(point)) {
      shown.appendCodePoint(point);
    } else if (point == '\n') {
      shown.append("\\n");
    } else if (point == '\r') {
      shown.append("\\r");
    } else {
      shown.append(point > 0xFFFF ? "\\u{%x}".formatted(point) : "\\u%04x".formatted(point));
    }
  }

  private static boolean isUnsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
