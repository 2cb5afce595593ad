package dev.holdfast.approval.policy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern with {@code *} for any text; upper and lower case are alike, in every locale. */
record GlobPattern(String text, Pattern pattern) {

  static GlobPattern of(String text) {
    String regex =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return new GlobPattern(
        text,
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
  }

  /** Patterns of Java are equal only to themselves. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GlobPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  static String words(List<GlobPattern> patterns) {
    return patterns.stream().map(GlobPattern::text).collect(Collectors.joining(", "));
  }

  boolean matchesEverything() {
    return matches("") && matches("any");
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
