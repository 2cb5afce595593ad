package dev.holdfast.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A language made of English, for as long as it's open: longer, accented, and with marks that say
 * that it runs from right to left.
 */
public final class PseudoLanguage implements AutoCloseable {

  public static final Locale LOCALE = Locale.forLanguageTag("qps");

  public static final String RIGHT_TO_LEFT = "\u200F";

  private static final Map<Character, String> LETTERS =
      Map.of('a', "áå", 'e', "éë", 'i', "îï", 'o', "öø", 'u', "ùü", 'n', "ñ", 'c', "ç", 's', "š");

  /** What isn't for people to read. */
  private static final String PATTERNS = "time.pattern.";

  private static final String VOCABULARY = "vocabulary.";

  /**
   * @param english patterns by code
   */
  public PseudoLanguage(Map<String, String> english) {
    Map<String, String> patterns = new HashMap<>();
    english.forEach(
        (code, pattern) ->
            patterns.put(
                code,
                code.startsWith(PATTERNS) || code.startsWith(VOCABULARY)
                    ? pattern
                    : RIGHT_TO_LEFT + pseudo(pattern) + RIGHT_TO_LEFT));
    MessageCatalog.shared().put(LOCALE.getLanguage(), patterns);
  }

  /** The words of a pattern, without its arguments and what it chooses by. */
  static String pseudo(String pattern) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      boolean opens = i + 1 < pattern.length() && "{}".indexOf(pattern.charAt(i + 1)) >= 0;
      quoted = letter == '\'' ? !quoted && opens : quoted;
      depth += quoted ? 0 : letter == '{' ? 1 : letter == '}' ? -1 : 0;
      boolean words = depth % 2 == 0 && !quoted;
      text.append(words ? LETTERS.getOrDefault(letter, String.valueOf(letter)) : letter);
    }
    return text.toString();
  }

  @Override
  public void close() {
    MessageCatalog.shared().remove(LOCALE.getLanguage());
  }
}
