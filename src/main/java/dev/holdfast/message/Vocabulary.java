package dev.holdfast.message;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that people type in a language, and what they are in the English that parsers read: an
 * entry of the message catalog such as {@code gestern: yesterday, vor # stunden: # hours ago}. A
 * {@code #} is a number.
 */
public final class Vocabulary {

  private Vocabulary() {}

  /**
   * The words of all languages, each longer one before the shorter ones.
   *
   * @param code of the catalog's entry
   */
  public static Map<String, String> all(String code) {
    Map<String, String> words = new LinkedHashMap<>();
    languages()
        .flatMap(language -> of(code, language).entrySet().stream())
        .sorted(longestFirst())
        .forEach(entry -> words.putIfAbsent(entry.getKey(), entry.getValue()));
    return words;
  }

  /** The words of one language. */
  public static Map<String, String> of(String code, Locale language) {
    Map<String, String> words = new LinkedHashMap<>();
    Stream.of(MessageCatalog.shared().message(code, language).text(Map.of()).split(","))
        .map(entry -> entry.split(":", 2))
        .filter(entry -> entry.length == 2)
        .map(entry -> Map.entry(plain(entry[0]), entry[1].strip()))
        .sorted(longestFirst())
        .forEach(entry -> words.put(entry.getKey(), entry.getValue()));
    return words;
  }

  /** The languages that have words. */
  public static Stream<Locale> languages() {
    return MessageCatalog.shared().languages().stream().map(Locale::forLanguageTag);
  }

  /** As words are compared: in lower case, without accents, with straight apostrophes. */
  public static String plain(String words) {
    String letters = Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    return letters.replace('’', '\'').toLowerCase(Locale.ROOT).strip();
  }

  private static Comparator<Map.Entry<String, String>> longestFirst() {
    return Comparator.<Map.Entry<String, String>>comparingInt(entry -> -entry.getKey().length())
        .thenComparing(Map.Entry::getKey);
  }

  /** The parts of an entry's words. */
  public static List<String> parts(String words) {
    return List.of(words.split(" "));
  }
}
