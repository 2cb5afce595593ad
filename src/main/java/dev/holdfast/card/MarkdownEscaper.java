package dev.holdfast.card;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a text from a person or a service safe to stand in a TextBlock or a FactSet, which read
 * Markdown: it shows as it was written and means nothing.
 *
 * <p>Only what Markdown reads where it stands is escaped: Teams on phones shows the backslash
 * before most characters, since the reader there (MarkDownBlockParser of Adaptive Cards) knows
 * escapes for emphasis and brackets only.
 */
final class MarkdownEscaper {

  /** What makes a line a list item, a quotation, a heading or a rule; the group is escaped. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?<mark>#)#{0,5}(?:\\s.*)?|(?<mark2>>).*|(?<mark3>[-+*])(?:\\s.*)?"
              + "|(?<mark4>[-_*=])(?:[ \\t]*[-_*=])*[ \\t]*|\\d{1,9}(?<mark5>[.)])(?:\\s.*)?");

  private static final List<String> MARKS = List.of("mark", "mark2", "mark3", "mark4", "mark5");

  /** Brackets alone are no link: {@code [x](y)}, {@code [x][y]}, {@code [x]: y}. */
  private static final Pattern LINK = Pattern.compile("\\][(\\[:]");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]+);");

  private static final Pattern DATE_FUNCTION =
      Pattern.compile("\\{(?:DATE|TIME)\\(", Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

  /** Control characters, and those that turn the direction of what follows them. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFEFC]");

  private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

  private static final String HARMLESS = " ,.:;()/'\"%?!@-+=#>|}\u00b7\u2192\u201c\u201d\u2026";

  /** Stands for what comes before and after a text. */
  private static final char EDGE = 0;

  private static final String ISOLATE = "\u2068";
  private static final String END_OF_ISOLATE = "\u2069";

  private MarkdownEscaper() {}

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
    boolean links = LINK.matcher(lines).find();
    String escaped = lines.lines().map(line -> line(line, links)).collect(Collectors.joining("\n"));
    return RIGHT_TO_LEFT.matcher(escaped).find() ? ISOLATE + escaped + END_OF_ISOLATE : escaped;
  }

  /** Whether a text is kept apart from what stands beside it. */
  static boolean isIsolated(String text) {
    return text.startsWith(ISOLATE) && text.endsWith(END_OF_ISOLATE);
  }

  private static String line(String line, boolean links) {
    int block = blockMark(line);
    StringBuilder escaped = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      if (i == block || means(line, i, links)) {
        escaped.append('\\');
      }
      escaped.append(line.charAt(i));
    }
    return escaped.toString();
  }

  private static int blockMark(String line) {
    Matcher block = BLOCK.matcher(line);
    return block.matches()
        ? MARKS.stream().mapToInt(block::start).filter(at -> at >= 0).findFirst().orElse(-1)
        : -1;
  }

  /** Whether Markdown reads a character within a line. */
  private static boolean means(String line, int at, boolean links) {
    char next = at + 1 < line.length() ? line.charAt(at + 1) : EDGE;
    return switch (line.charAt(at)) {
      case '`' -> true;
      case '*', '_' -> emphasizes(line, at);
      case '[', ']' -> links;
      case '\\' -> next == EDGE || isPunctuation(next);
      case '~' -> next == '~' || (at > 0 && line.charAt(at - 1) == '~');
      case '<' -> Character.isLetter(next) || "/!?".indexOf(next) >= 0;
      case '&' -> ENTITY.matcher(line).region(at, line.length()).lookingAt();
      case '{' ->
          at > 0
              && line.charAt(at - 1) == '{'
              && DATE_FUNCTION.matcher(line).region(at, line.length()).lookingAt();
      default -> false;
    };
  }

  /**
   * Whether a run of asterisks or underscores can begin or end an emphasis (CommonMark 6.2): never
   * between spaces, and underscores not within a word. What the template puts beside the text isn't
   * known, so an edge counts as if it could.
   */
  private static boolean emphasizes(String line, int at) {
    char mark = line.charAt(at);
    int from = at;
    while (from > 0 && line.charAt(from - 1) == mark) {
      from--;
    }
    int to = at + 1;
    while (to < line.length() && line.charAt(to) == mark) {
      to++;
    }
    char before = from > 0 ? line.charAt(from - 1) : EDGE;
    char after = to < line.length() ? line.charAt(to) : EDGE;
    if (Character.isSpaceChar(before) && Character.isSpaceChar(after)) {
      return false;
    }
    boolean withinWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    return mark == '*' || !withinWord;
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
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
      if (!letter && HARMLESS.indexOf(c) < 0 && !(c == '_' && !emphasizes(text, i))) {
        return false;
      }
    }
    return true;
  }
}
