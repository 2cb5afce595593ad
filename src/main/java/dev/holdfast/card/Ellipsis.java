package dev.holdfast.card;

import java.text.BreakIterator;
import java.util.Locale;

/** Shortens texts that would fill a card. */
final class Ellipsis {

  private static final String MARK = "…";

  private Ellipsis() {}

  /**
   * The text, or as much of it as fits with an ellipsis at its end: whole words where they are not
   * too long, and never half of what a reader takes for one character.
   *
   * @param length the most UTF-16 units to keep, the ellipsis included
   */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = characters.preceding(length);
    int space = text.lastIndexOf(' ', end);
    String kept = text.substring(0, space > length * 2 / 3 ? space : end);
    return kept.stripTrailing() + MARK;
  }
}
