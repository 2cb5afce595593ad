package dev.holdfast.messaging;

import dev.holdfast.message.MessageCatalog;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language of places where several people read.
 *
 * @param language the language of channels and group chats in which nobody has chosen another with
 *     the command {@code language}, such as {@code en} or {@code de}. A person reads in the
 *     language of their Teams client
 */
@ConfigurationProperties("holdfast")
public record LanguageProperties(@DefaultValue("en") Locale language) {

  public LanguageProperties {
    MessageCatalog catalog = MessageCatalog.shared();
    if (!catalog.languages().contains(language.getLanguage())) {
      throw new IllegalArgumentException(
          "'%s' is no language of Holdfast; choose one of %s"
              .formatted(language.toLanguageTag(), String.join(", ", catalog.languages())));
    }
  }
}
