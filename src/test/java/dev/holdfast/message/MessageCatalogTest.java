package dev.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageCatalogTest {

  private final MessageCatalog catalog =
      new MessageCatalog(
          Map.of(
              "sample.count",
              "{count, plural, one {# backup} other {# backups}}",
              "sample.title",
              "Backups"));

  MessageCatalogTest() {
    catalog.put("de", Map.of("sample.title", "Sicherungen"));
  }

  @Test
  void aTextIsInTheReadersLanguage() {
    assertThat(text("sample.title", Locale.GERMANY)).isEqualTo("Sicherungen");
  }

  /** With the plural and the numbers of English, too. */
  @Test
  void whatALanguageLacksIsInEnglish() {
    assertThat(text("sample.count", Locale.GERMAN)).isEqualTo("1,980 backups");
  }

  @Test
  void aLanguageWithoutAFileIsEnglish() {
    assertThat(text("sample.title", Locale.JAPANESE)).isEqualTo("Backups");
    assertThat(catalog.language(Locale.JAPANESE)).isEqualTo(Locale.ENGLISH);
    assertThat(catalog.language(Locale.GERMANY)).isEqualTo(Locale.GERMAN);
  }

  @Test
  void whatNoLanguageHasIsAMistake() {
    assertThatThrownBy(() -> catalog.message("sample.none", Locale.GERMAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sample.none");
  }

  private String text(String code, Locale language) {
    return catalog.message(code, language).text(Map.of("count", 1980));
  }
}
