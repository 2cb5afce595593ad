package dev.holdfast.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens texts that would fill a card. */
public final class TextTruncator {

  private static final String MARK = "…";

  /** What a reader takes for one character, such as a family of emoji. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

  private TextTruncator() {}

  /**
   * The text, or as much of it as fits with an ellipsis at its end: whole words where they are not
   * too long, and never half of what a reader takes for one character.
   *
   * @param length the most UTF-16 units to keep, the ellipsis included
   */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    Matcher characters = CHARACTER.matcher(text);
    int end = 0;
    while (characters.find() && characters.end() < length) {
      end = characters.end();
    }
    int space = text.lastIndexOf(' ', end);
    String kept = text.substring(0, space > length * 2 / 3 ? space : end);
    return kept.stripTrailing() + MARK;
  }

  /** As {@link #cut}, on one line: a name with a line break in it must not look like two things. */
  public static String line(String text, int length) {
    return cut(BREAKS.matcher(text).replaceAll(" ").strip(), length);
  }
}
