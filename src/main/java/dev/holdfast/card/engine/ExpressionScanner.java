package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.EngineLimits;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.util.regex.Pattern;

/** The characters of one expression, token by token. */
abstract class ExpressionScanner {
  static final String SPACE = " \t\r\n\u00a0\ufeff";

  final Interpolation in;
  final String source;
  final int end;

  /** Where the next token starts. */
  int at;

  private int tokens;

  ExpressionScanner(Interpolation in, int start, int end) {
    this.in = in;
    this.source = in.string();
    this.at = start;
    this.end = end;
  }

  /** What stands between there and here, as text of the template has it. */
  final String written(int start) {
    return "${" + source.substring(start, at).strip() + "}";
  }

  void goTo(int next) {
    at = next;
    while (at < end && SPACE.indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    if (++tokens > EngineLimits.EXPRESSION_TOKENS) {
      throw fault("an expression may have " + EngineLimits.EXPRESSION_TOKENS + " tokens");
    }
  }

  boolean take(String sign) {
    var isHere = source.startsWith(sign, at);
    if (isHere) {
      goTo(at + sign.length());
    }
    return isHere;
  }

  /** What stands here of that form, or nothing. */
  String take(Pattern form) {
    var matcher = form.matcher(source).region(at, end);
    var found = matcher.lookingAt() ? matcher.group() : "";
    if (!found.isEmpty()) {
      goTo(matcher.end());
    }
    return found;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw fault("'" + sign + "' is missing before '" + found() + "'");
    }
  }

  String found() {
    return at == end ? "the end" : source.substring(at, Math.min(at + 10, end));
  }

  TemplateSyntaxException fault(String sentence) {
    return in.fault(at, sentence);
  }

  /** A quotation mark of the other kind needs no backslash, and one before it is kept. */
  String string() {
    var quote = source.charAt(at);
    int close = endOfString();
    var text = new StringBuilder();
    for (int i = at + 1; i < close; i++) {
      var c = source.charAt(i);
      int escape = c == '\\' ? ("rnt\\" + quote).indexOf(source.charAt(i + 1)) : -1;
      text.append(escape < 0 ? c : ("\r\n\t\\" + quote).charAt(escape));
      i += escape < 0 ? 0 : 1;
    }
    goTo(close + 1);
    return text.toString();
  }

  int endOfString() {
    int close = in.endOfString(at, 0);
    if (close < 0) {
      throw fault("this string never ends");
    }
    return close;
  }
}
