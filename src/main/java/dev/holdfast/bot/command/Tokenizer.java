package dev.holdfast.bot.command;

import dev.holdfast.bot.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into words. What stands in quotes is one word and never a keyword. Keyboards and
 * Teams turn straight quotes into typographic ones and put in spaces that do not break; all are
 * taken.
 */
public final class Tokenizer {

  /** A text of Teams can have 28 KB; no command needs more than this. */
  private static final int LONGEST = TextLimit.COMMAND.most();

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  /** Format characters, and letters that show nothing: Hangul fillers and the blank of Braille. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\u034F\\u115F\\u1160\\u2800\\u3164\\uFFA0]");

  private static final String MENTION = "<at>";
  private static final String MENTION_ENDS = "</at>";
  private static final String DOUBLE = "\"“”„‟«»″";
  private static final String SINGLE = "'‘’‚‛‹›`´";
  private static final String CLOSING = ".,;:!?…";

  private Tokenizer() {}

  /**
   * One word.
   *
   * @param text without its quotes
   */
  public record Token(String text, boolean quoted) {}

  static List<Token> of(String text) {
    String all = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String plain = SPACES.matcher(UNSEEN.matcher(all).replaceAll("")).replaceAll(" ").strip();
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < plain.length()) {
      int end = quoteEnd(plain, at);
      int mentionEnd = mentionEnd(plain, at);
      if (mentionEnd > 0) {
        add(tokens, plain.substring(at + MENTION.length(), mentionEnd).strip(), true);
        at = mentionEnd + MENTION_ENDS.length();
      } else if (end > 0) {
        add(tokens, plain.substring(at + 1, end).strip(), true);
        at = end + 1;
      } else {
        end = wordEnd(plain, at);
        addUnquoted(tokens, withoutDoubleQuotes(plain.substring(at, end)));
        at = end;
      }
      while (at < plain.length() && plain.charAt(at) == ' ') {
        at++;
      }
    }
    return withoutClosingMarks(tokens);
  }

  /** Where the name of a mentioned person ends that begins here; 0 when none does. */
  private static int mentionEnd(String plain, int at) {
    return plain.startsWith(MENTION, at) ? Math.max(0, plain.indexOf(MENTION_ENDS, at)) : 0;
  }

  /** A mark behind a quote belongs to no word. */
  private static void addUnquoted(List<Token> tokens, String word) {
    boolean behindQuote = !tokens.isEmpty() && tokens.get(tokens.size() - 1).quoted();
    if (!behindQuote || !withoutClosingMarks(word).isEmpty()) {
      add(tokens, word, false);
    }
  }

  /** Where the quote that opens here closes; 0 when none opens, or it never closes. */
  private static int quoteEnd(String plain, int at) {
    if (DOUBLE.indexOf(plain.charAt(at)) >= 0) {
      return end(plain, at, DOUBLE, false);
    }
    return SINGLE.indexOf(plain.charAt(at)) >= 0 ? end(plain, at, SINGLE, true) : 0;
  }

  /** A single quote closes only at the end of a word: in {@code Megan's} it is an apostrophe. */
  private static int end(String plain, int at, String quotes, boolean atWordEnd) {
    for (int i = at + 1; i < plain.length(); i++) {
      boolean wordEnds =
          i + 1 == plain.length()
              || plain.charAt(i + 1) == ' '
              || CLOSING.indexOf(plain.charAt(i + 1)) >= 0;
      if (quotes.indexOf(plain.charAt(i)) >= 0 && (wordEnds || !atWordEnd)) {
        return i;
      }
    }
    return 0;
  }

  private static int wordEnd(String plain, int at) {
    int i = at + 1;
    while (i < plain.length() && plain.charAt(i) != ' ' && mentionEnd(plain, i) == 0) {
      i++;
    }
    return i;
  }

  private static String withoutDoubleQuotes(String word) {
    StringBuilder bare = new StringBuilder();
    word.chars().filter(c -> DOUBLE.indexOf(c) < 0).forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  private static void add(List<Token> tokens, String word, boolean quoted) {
    if (!word.isEmpty()) {
      tokens.add(new Token(word, quoted));
    }
  }

  /** The mark that ends the sentence belongs to no word, unless there is nothing else. */
  private static List<Token> withoutClosingMarks(List<Token> tokens) {
    while (tokens.size() > 1) {
      Token last = tokens.get(tokens.size() - 1);
      if (last.quoted()) {
        break;
      }
      String bare = withoutClosingMarks(last.text());
      tokens.remove(tokens.size() - 1);
      if (!bare.isEmpty()) {
        tokens.add(new Token(bare, false));
        break;
      }
    }
    return List.copyOf(tokens);
  }

  static String withoutClosingMarks(String word) {
    int end = word.length();
    while (end > 0 && CLOSING.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
