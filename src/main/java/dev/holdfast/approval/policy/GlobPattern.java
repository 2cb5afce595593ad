package dev.holdfast.approval.policy;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern with {@code *} for any text; upper and lower case are alike, in every locale. */
record GlobPattern(Pattern pattern) {

  static GlobPattern of(String text) {
    String regex =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return new GlobPattern(
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
  }

  boolean matchesEverything() {
    return matches("") && matches("any");
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
