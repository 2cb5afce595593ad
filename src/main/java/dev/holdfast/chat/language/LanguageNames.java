package dev.holdfast.chat.language;

import dev.holdfast.message.MessageCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that Holdfast has, as people call them in each of these. */
final class LanguageNames {

  private LanguageNames() {}

  /** In the language of the reader. */
  static List<String> all(Locale reader) {
    return languages().map(language -> name(language, reader)).sorted().toList();
  }

  static String name(Locale language, Locale reader) {
    return language.getDisplayLanguage(reader);
  }

  /** Takes a name in any of the languages, and a tag such as {@code de} or {@code de-AT}. */
  static Optional<Locale> find(String text) {
    return languages()
        .filter(
            language ->
                language.getLanguage().equals(Locale.forLanguageTag(text).getLanguage())
                    || languages().anyMatch(in -> name(language, in).equalsIgnoreCase(text)))
        .findFirst();
  }

  private static Stream<Locale> languages() {
    return MessageCatalog.shared().languages().stream().map(Locale::forLanguageTag);
  }
}
