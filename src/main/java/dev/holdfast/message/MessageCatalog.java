package dev.holdfast.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All texts of Holdfast: a file {@code messages/messages_<language>.properties} for each language,
 * in UTF-8, with patterns of ICU's MessageFormat whose arguments have names. English is complete;
 * another language falls back to it.
 */
public final class MessageCatalog {

  private static final String FILES = "classpath*:messages/messages_*.properties";
  private static final String PREFIX = "messages_";
  private static final String SUFFIX = ".properties";

  /** The language that every message has. */
  public static final Locale COMPLETE = Locale.ENGLISH;

  private final Map<String, Map<String, CompiledMessage>> languages = new ConcurrentHashMap<>();
  private final Map<String, Locale> locales = new ConcurrentHashMap<>();

  /**
   * A catalog of English alone.
   *
   * @param english patterns by code
   */
  MessageCatalog(Map<String, String> english) {
    put(COMPLETE.getLanguage(), english);
  }

  /** The catalog of the files on the classpath, which is read once and then in memory. */
  public static MessageCatalog shared() {
    return Shared.CATALOG;
  }

  private static final class Shared {
    static final MessageCatalog CATALOG = read();
  }

  /** The languages that have a file. */
  public Set<String> languages() {
    return new TreeSet<>(languages.keySet());
  }

  /** The codes of all messages. */
  public Set<String> codes() {
    return new TreeSet<>(languages.get(COMPLETE.getLanguage()).keySet());
  }

  /** The language itself if it has a file, whatever the region, else English. */
  public Locale language(Locale wanted) {
    return locales.getOrDefault(wanted.getLanguage(), COMPLETE);
  }

  /**
   * The message in that language, or in English if the language doesn't have it.
   *
   * @throws IllegalArgumentException if there is no such message
   */
  public CompiledMessage message(String code, Locale language) {
    CompiledMessage message = in(language).get(code);
    if (message == null) {
      message = in(COMPLETE).get(code);
    }
    if (message == null) {
      throw new IllegalArgumentException("there is no message '" + code + "'");
    }
    return message;
  }

  private Map<String, CompiledMessage> in(Locale language) {
    return languages.getOrDefault(language.getLanguage(), Map.of());
  }

  /**
   * Adds a language, or replaces it.
   *
   * @param patterns by code, of as many messages as there are
   * @throws IllegalArgumentException if a pattern isn't one of ICU
   */
  void put(String language, Map<String, String> patterns) {
    Locale locale = Locale.forLanguageTag(language);
    NumberTexts numbers = new NumberTexts(locale);
    Map<String, CompiledMessage> messages = new HashMap<>();
    patterns.forEach(
        (code, pattern) -> messages.put(code, new CompiledMessage(pattern, locale, numbers)));
    languages.put(language, messages);
    locales.put(language, locale);
  }

  /** Takes a language out again; English stays. */
  void remove(String language) {
    if (!language.equals(COMPLETE.getLanguage())) {
      locales.remove(language);
      languages.remove(language);
    }
  }

  private static MessageCatalog read() {
    Map<String, Map<String, String>> files = new HashMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        String name = file.getFilename();
        String language = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        files.put(language, patterns(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException("The message catalog could not be read", e);
    }
    MessageCatalog catalog = new MessageCatalog(files.get(COMPLETE.getLanguage()));
    files.forEach(catalog::put);
    return catalog;
  }

  private static Map<String, String> patterns(Resource file) throws IOException {
    Properties patterns = new Properties();
    try (InputStream in = file.getInputStream()) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return patterns.stringPropertyNames().stream()
        .collect(Collectors.toMap(Function.identity(), patterns::getProperty));
  }
}
