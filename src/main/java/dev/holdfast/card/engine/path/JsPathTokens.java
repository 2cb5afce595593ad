package dev.holdfast.card.engine.path;

import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.ExpansionRun;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tokens of a {@code jPath}. */
abstract class JsPathTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:===|!==|[=^$*]==|==[$*^]|[!^$*><]=|==|=[$*^]|\\|\\||&&|\\.\\.|\\.(?!\\d)"
              + "|[:{}()\\[\\]^+\\-*/%!><|]|[$@_a-zA-Z][\\w$@]*|(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?![\\d.])"
              + "|'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\")",
          Pattern.DOTALL);

  public final List<String> tokens = new ArrayList<>();
  public int at;

  JsPathTokens(ExpansionRun run, String path) {
    run.spend(path.length());
    var matcher = TOKEN.matcher(path);
    int end = 0;
    while (matcher.region(end, path.length()).lookingAt()) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (!path.substring(end).isBlank()) {
      throw new EvaluationException("'" + path.substring(end) + "' does not belong into a path");
    }
  }

  boolean isNext(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  boolean take(String token) {
    var isHere = isNext(token);
    at += isHere ? 1 : 0;
    return isHere;
  }

  void expect(String token) {
    if (!take(token)) {
      throw unexpected();
    }
  }

  EvaluationException unexpected() {
    var found = at < tokens.size() ? "'" + tokens.get(at) + "'" : "the end";
    return new EvaluationException(found + " does not belong into a path");
  }

  static String text(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
  }
}
