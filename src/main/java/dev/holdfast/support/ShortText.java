package dev.holdfast.support;

/**
 * Shortens texts by UTF-16 units, as databases and wire formats count; never to half a character.
 */
public final class ShortText {

  private static final String MARK = "…";

  private ShortText() {}

  /** The text, or its beginning. */
  public static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean halves = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, halves ? most - 1 : most);
  }

  /** The text, or its beginning with an ellipsis, which counts too. */
  public static String cut(String text, int most) {
    return text.length() <= most ? text : beginning(text, most - MARK.length()) + MARK;
  }
}
