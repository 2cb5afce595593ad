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

  private final Map<String, Map<String, CompiledMessage>> languages;
  private final Map<String, Locale> locales;

  private MessageCatalog(Map<String, Map<String, CompiledMessage>> languages) {
    this.languages = languages;
    this.locales =
        languages.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Locale::forLanguageTag));
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
    Map<String, CompiledMessage> messages = languages.get(language.getLanguage());
    CompiledMessage message =
        (messages == null ? languages.get(COMPLETE.getLanguage()) : messages).get(code);
    if (message == null) {
      throw new IllegalArgumentException("there is no message '" + code + "'");
    }
    return message;
  }

  private static MessageCatalog read() {
    Map<String, Map<String, CompiledMessage>> languages = new HashMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        String name = file.getFilename();
        String language = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        languages.put(language, compiled(language, file));
      }
    } catch (IOException e) {
      throw new IllegalStateException("The message catalog could not be read", e);
    }
    Map<String, CompiledMessage> complete = languages.get(COMPLETE.getLanguage());
    languages.values().forEach(messages -> complete.forEach(messages::putIfAbsent));
    return new MessageCatalog(languages);
  }

  private static Map<String, CompiledMessage> compiled(String language, Resource file)
      throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    NumberTexts numbers = new NumberTexts(locale);
    Map<String, CompiledMessage> messages = new HashMap<>();
    patterns(file)
        .forEach(
            (code, pattern) ->
                messages.put(
                    code.toString(), new CompiledMessage(pattern.toString(), locale, numbers)));
    return messages;
  }

  private static Properties patterns(Resource file) throws IOException {
    Properties patterns = new Properties();
    try (InputStream in = file.getInputStream()) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return patterns;
  }
}
