package dev.holdfast.teams.activity;

import java.util.regex.Pattern;

/** The text that a person sees of a message in Markdown, as far as Teams knows Markdown. */
final class MarkdownText {

  /** No command is longer; what follows stays as it is. */
  private static final int LONGEST = 2_000;

  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\\\*_~`])(\\*{1,3}|_{1,3}|~~|`{1,3})(?=\\S)([^\\n"
              + "]+?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_~`])");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]\\n]{1,300})]\\([^()\\s]{1,500}\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~-])");

  private MarkdownText() {}

  static String of(String markdown) {
    int end = Math.min(markdown.length(), LONGEST);
    var plain = LINK.matcher(markdown.substring(0, end)).replaceAll("$1");
    for (int depth = 0; depth < 3; depth++) {
      plain = EMPHASIS.matcher(plain).replaceAll("$2");
    }
    plain = ESCAPED.matcher(plain).replaceAll("$1");
    return MessageText.unescaped(plain + markdown.substring(end));
  }
}
