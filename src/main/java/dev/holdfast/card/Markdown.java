package dev.holdfast.card;

import java.util.regex.Pattern;

/**
 * Makes a text from a person or a service safe to stand in a TextBlock or a FactSet, which read
 * Markdown: it shows as it was written and means nothing.
 */
final class Markdown {

  /**
   * What opens something within a line: code, emphasis, links, tables, HTML, entities, and the
   * braces of {@code {{DATE(…)}}}.
   */
  private static final Pattern WITHIN = Pattern.compile("[\\\\`*_\\[\\]#>~|{}<]|&(?=#?\\w+;)");

  /** What opens a list, a quotation or a rule at the beginning of a line. */
  private static final Pattern BULLET = Pattern.compile("(?m)^([ \\t]*)([-+=])");

  private static final Pattern NUMBER = Pattern.compile("(?m)^([ \\t]*\\d{1,9})([.)])(?=\\s|$)");

  private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

  /** Control characters, and those that turn the direction of what follows them. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFEFC]");

  private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

  private static final String HARMLESS = " ,.:;()/'\"%?!@-+=\u00b7\u2192\u201c\u201d\u2026";

  private static final String ISOLATE = "\u2068";
  private static final String END_OF_ISOLATE = "\u2069";

  private Markdown() {}

  /**
   * The text with its Markdown taken away. Line breaks stay, as paragraphs. Text that runs from
   * right to left is kept apart from what stands beside it, so that it cannot turn a "from → to"
   * around.
   */
  static String escape(String text) {
    if (isPlain(text)) {
      return text;
    }
    String plain = INVISIBLE.matcher(text).replaceAll("").strip();
    String lines = BREAKS.matcher(plain).replaceAll("\n\n");
    String escaped = WITHIN.matcher(lines).replaceAll("\\\\$0");
    escaped = BULLET.matcher(escaped).replaceAll("$1\\\\$2");
    escaped = NUMBER.matcher(escaped).replaceAll("$1\\\\$2");
    return RIGHT_TO_LEFT.matcher(escaped).find() ? ISOLATE + escaped + END_OF_ISOLATE : escaped;
  }

  /**
   * Whether the text is what it says without any escape: it begins with a letter, has one line, and
   * nothing in it that Markdown reads. Most texts of a card are, and the expressions above are slow
   * to find that out.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || text.endsWith(" ")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c < FIRST_RIGHT_TO_LEFT && Character.isLetterOrDigit(c);
      if (!letter && HARMLESS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
