package dev.holdfast.card.engine.value;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a date as V8 cuts it, and how far a reader of them is. */
final class DateTokens {
  /** As many digits of a number count; more are passed over. */
  private static final int DIGITS = 9;

  private static final Token END = new Token('$', "", 0);

  /**
   * A piece of a date.
   *
   * @param kind {@code 0} for a number, {@code a} for a word, a space for white space, {@code ?}
   *     for what means nothing, {@code $} for the end, or the character itself
   * @param text what it is, a word in lower case
   * @param number its value
   */
  record Token(char kind, String text, int number) {
    boolean isNumber() {
      return kind == '0';
    }

    /** Whether it's a number of so many digits. */
    boolean isNumber(int length) {
      return isNumber() && text.length() == length;
    }

    boolean isWord(String word) {
      return kind == 'a' && text.equals(word);
    }

    boolean isSign() {
      return kind == '+' || kind == '-';
    }

    boolean isEnd() {
      return kind == '$';
    }

    /** As the fraction of a second. */
    int millis() {
      if (!isNumber()) {
        throw new DateTimeException("a fraction has digits");
      }
      return Integer.parseInt((text + "00").substring(0, 3));
    }
  }

  private final List<Token> tokens = new ArrayList<>();
  private int at;

  DateTokens(String date) {
    int start = 0;
    while (start < date.length()) {
      int end = end(date, start);
      tokens.add(token(date.substring(start, end)));
      start = end;
    }
  }

  Token peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  Token next() {
    var token = peek();
    at++;
    return token;
  }

  boolean skip(char symbol) {
    var isHere = peek().kind == symbol;
    at += isHere ? 1 : 0;
    return isHere;
  }

  private static int end(String date, int start) {
    var kind = kind(date.charAt(start));
    if (kind == '(') {
      return endOfParentheses(date, start);
    }
    int end = start + 1;
    while ("0a ".indexOf(kind) >= 0 && end < date.length() && kind(date.charAt(end)) == kind) {
      end++;
    }
    return end;
  }

  private static int endOfParentheses(String date, int start) {
    int depth = 0;
    int end = start;
    do {
      depth += date.charAt(end) == '(' ? 1 : date.charAt(end) == ')' ? -1 : 0;
      end++;
    } while (depth > 0 && end < date.length());
    return end;
  }

  private static char kind(char c) {
    if (c >= '0' && c <= '9') {
      return '0';
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff') {
      return ' ';
    }
    return c >= 'A' ? 'a' : ":+-.()".indexOf(c) >= 0 ? c : '?';
  }

  private static Token token(String text) {
    var kind = kind(text.charAt(0));
    if (kind == '0') {
      var digits = text.replaceFirst("^0+(?=.)", "");
      var number = digits.substring(0, Math.min(DIGITS, digits.length()));
      return new Token(kind, text, Integer.parseInt(number));
    }
    return new Token(kind == '(' ? '?' : kind, text.toLowerCase(Locale.ROOT), 0);
  }
}
